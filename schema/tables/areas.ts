import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AreaLevel, UnitKind } from '../api/areas.ts'
import type { Post } from '../api/ranking.ts'
import type { CountyKey } from './keys.ts'

/** The area tree: county, townships, villages, groups, grids, households. An imported area's id is its first code. */
export const area = sqliteTable(
  'area',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    level: text().$type<AreaLevel>().notNull(),
    parent: text(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.parent], foreignColumns: [t.county, t.id] }),
    index('area_level').on(t.county, t.level, t.parent, t.code),
    index('area_parent').on(t.county, t.parent, t.code),
  ],
)

/** County offices, departments, inspection and liaison groups. */
export const unit = sqliteTable(
  'unit',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    kind: text().$type<UnitKind>().notNull(),
    /** Ids of the areas a group is attached to; empty means anywhere. */
    covers: text({ mode: 'json' }).$type<string[]>().notNull(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
)

/** Who holds which post in an area, from when to when. Names stand here and can be erased. */
export const post = sqliteTable(
  'post',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    area: text().notNull(),
    post: text().$type<Post>().notNull(),
    holder: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    index('post_area').on(t.county, t.area, t.post, t.startsOn),
  ],
)
