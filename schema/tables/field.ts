import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Place } from '../api/common.ts'
import type { NewPatrol, PlaceFlagDetail, PlaceFlagKind } from '../api/field.ts'
import { area } from './areas.ts'
import type { CountyKey } from './keys.ts'

/** A place that a grid's patrol passes. One no longer passed is kept, since patrols name it. */
export const gridPoint = sqliteTable(
  'grid_point',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    grid: text().notNull(),
    name: text().notNull(),
    place: text({ mode: 'json' }).$type<Place>(),
    /** From 0. */
    position: integer().notNull(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.grid], foreignColumns: [area.county, area.id] }),
    index('grid_point_grid').on(t.county, t.grid, t.active, t.position),
  ],
)

/** A walk through a grid: what was found, never how often anybody walks. */
export const patrol = sqliteTable(
  'patrol',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    grid: text().notNull(),
    village: text(),
    township: text(),
    startedAt: text().notNull(),
    endedAt: text().notNull(),
    receivedAt: text().notNull(),
    points: text({ mode: 'json' }).$type<NewPatrol['points']>().notNull(),
    note: text(),
    by: text().notNull(),
    /** The area or unit that the member acted for; null for the county's office. */
    scope: text(),
    /** SHA-256 of the canonical body: the same again changes nothing, another is refused. */
    digest: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.grid], foreignColumns: [area.county, area.id] }),
    index('patrol_ended').on(t.county, t.endedAt, t.id),
    index('patrol_grid').on(t.county, t.grid, t.endedAt, t.id),
    index('patrol_village').on(t.county, t.village, t.endedAt, t.id),
    index('patrol_township').on(t.county, t.township, t.endedAt, t.id),
  ],
)

/** A code printed for a village or grid, 128 random bits; kept as it is, for it must be printable again. */
export const fieldCode = sqliteTable(
  'field_code',
  {
    county: text().$type<CountyKey>().notNull(),
    code: text().notNull(),
    area: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    revokedAt: text(),
    revokedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.code] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    uniqueIndex('field_code_area').on(t.county, t.area).where(sql`revokedAt is null`),
  ],
)

/** Where the county's work has met an area: latitudes and longitudes of its last records, the newest last. */
export const areaPlace = sqliteTable(
  'area_place',
  {
    county: text().$type<CountyKey>().notNull(),
    area: text().notNull(),
    places: text({ mode: 'json' }).$type<[number, number][]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.area] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
  ],
)

/** Where and when a member's last record was made, to compare the next one with; nothing older is kept. */
export const lastPlace = sqliteTable(
  'last_place',
  {
    county: text().$type<CountyKey>().notNull(),
    member: text().notNull(),
    area: text().notNull(),
    place: text({ mode: 'json' }).$type<Place>().notNull(),
    /** By the device's clock. */
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.member] })],
)

/** Something odd about the time or place of a record, for a human to look at; it stops nothing. */
export const placeFlag = sqliteTable(
  'place_flag',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made of the record's id and the kind, so that the same record is flagged once. */
    id: text().notNull(),
    kind: text().$type<PlaceFlagKind>().notNull(),
    target: text({ enum: ['inspection', 'issue', 'patrol'] }).notNull(),
    targetId: text().notNull(),
    area: text().notNull(),
    detail: text({ mode: 'json' }).$type<PlaceFlagDetail>().notNull(),
    state: text({ enum: ['open', 'cleared', 'confirmed'] }).notNull(),
    note: text(),
    at: text().notNull(),
    settledBy: text(),
    settledAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    index('place_flag_state').on(t.county, t.state, t.at, t.id),
  ],
)
