import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AreaLevel, GroupPurpose, UnitDuty, UnitKind } from '../api/areas.ts'
import type { MergerMoves } from '../api/mergers.ts'
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
    /** The area it has been merged into, which carries on what was its own. */
    mergedInto: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.parent], foreignColumns: [t.county, t.id] }),
    index('area_level').on(t.county, t.level, t.parent, t.code),
    index('area_parent').on(t.county, t.parent, t.code),
    index('area_code').on(t.county, t.code),
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
    /** What a group is for; null for offices and departments, and for groups nobody has said it of. */
    purpose: text().$type<GroupPurpose>(),
    /** Ids of the areas a group is attached to; empty means anywhere. */
    covers: text({ mode: 'json' }).$type<string[]>().notNull(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
)

/** Who sits in a unit, whether or not they sign in. Names stand here and can be erased. */
export const unitPerson = sqliteTable(
  'unit_person',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    unit: text().notNull(),
    /** Place in the unit's list, from 0. */
    position: integer().notNull(),
    name: text().notNull(),
    duty: text().$type<UnitDuty>().notNull(),
    /** What they are outside the unit, such as 县委副书记; may be empty. */
    title: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.unit], foreignColumns: [unit.county, unit.id] }),
    index('unit_person_unit').on(t.county, t.unit, t.position),
  ],
)

/** One area merged into another: what moved, so that it can be moved back. `undoneAt` once it has been. */
export const areaMerger = sqliteTable(
  'area_merger',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    area: text().notNull(),
    into: text().notNull(),
    at: text().notNull(),
    moves: text({ mode: 'json' }).$type<MergerMoves>().notNull(),
    undoneAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    index('area_merger_area').on(t.county, t.area, t.id),
  ],
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
