import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CountyId } from './keys.ts'

/**
 * A county's erasure: asked for by one, confirmed by another, done 30 days after it was asked for. It outlives the
 * county as its tombstone; nothing here but ids, times and counts, and the reason only until the county is gone.
 */
export const countyErasure = sqliteTable(
  'county_erasure',
  {
    id: text().primaryKey(),
    /** The county's id; it points at nothing once that has gone. */
    county: text().$type<CountyId>().notNull(),
    code: text().notNull(),
    state: text({ enum: ['requested', 'confirmed', 'erasing', 'erased', 'cancelled', 'lapsed'] }).notNull(),
    reason: text(),
    /** Ids of accounts. */
    requestedBy: text().notNull(),
    requestedAt: text().notNull(),
    confirmedBy: text(),
    confirmedAt: text(),
    dueAt: text().notNull(),
    cancelledBy: text(),
    cancelledAt: text(),
    /** Whether asking for it suspended the county: then taking it back lets the county go on. */
    suspended: integer({ mode: 'boolean' }).notNull(),
    startedAt: text(),
    erasedAt: text(),
    /** How many rows of its own tables and files were deleted so far. */
    rows: integer().notNull().default(0),
    files: integer().notNull().default(0),
    /** The hash of the last block of its audit. */
    sealHash: text(),
  },
  (t) => [
    uniqueIndex('county_erasure_open')
      .on(t.county)
      .where(sql`state in ('requested', 'confirmed', 'erasing')`),
    index('county_erasure_requested').on(t.requestedAt),
  ],
)

/** An archive that is being brought in: until it is done with, its county stands nowhere else and nobody sees it. */
export const countyImport = sqliteTable('county_import', {
  county: text().$type<CountyId>().primaryKey(),
  /** SHA-256 of the archive's manifest. */
  archive: text().notNull(),
  code: text().notNull(),
  shard: integer().notNull(),
  /** The last part that is in. */
  done: text().notNull().default(''),
  startedAt: text().notNull(),
})
