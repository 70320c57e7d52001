import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CountyKey } from './keys.ts'

/**
 * Who did what, when. Append-only, by triggers; never a personal name: `actor` is a member's, token's or job's id.
 * Every change writes a row of it, so it is stored by its key (`without rowid`), and one index serves an actor and what
 * the actor did of one kind. A migration that builds this table or the two below anew has to say the first again, and to
 * lay their triggers down again.
 */
export const audit = sqliteTable(
  'audit',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    verb: text().notNull(),
    target: text().notNull(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('audit_target').on(t.county, t.target, t.id),
    index('audit_actor').on(t.county, t.actor, t.verb, t.id),
    index('audit_verb').on(t.county, t.verb, t.id),
  ],
)

/**
 * The audit's seals, one block a night: block `no` covers the rows whose ids lie after `after` and up to `upTo`, and
 * those that came late. Its hash covers the block before it, so no row and no block can change without the last
 * hash changing. Append-only, by triggers.
 */
export const auditSeal = sqliteTable(
  'audit_seal',
  {
    county: text().$type<CountyKey>().notNull(),
    /** 1, 2, 3 … without a gap. */
    no: integer().notNull(),
    /** Ids of audit rows; `after` is the `upTo` of the block before, and empty in the first. */
    after: text().notNull(),
    upTo: text().notNull(),
    /** How many rows of its own span it covers, and how many late ones. */
    rows: integer().notNull(),
    late: integer().notNull(),
    /** The hash of the block before; 64 noughts in the first. */
    previous: text().notNull(),
    /** SHA-256, see worker/domain/audit/seal.ts. */
    hash: text().notNull(),
    sealedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.no] })],
)

/**
 * Audit rows that were written after the time they tell of had been sealed (a clock set back, a job held up): noted by
 * a trigger, and sealed with the next block. A row behind a seal that stands here nowhere was smuggled in.
 */
export const auditLate = sqliteTable(
  'audit_late',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    /** The block that covers it; null until it is sealed. */
    block: integer(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] }), index('audit_late_block').on(t.county, t.block, t.id)],
)

/**
 * That this county is being erased: while its row stands here, and only then, the audit, its seals and its late rows
 * can be deleted. `request` is the id of the recorded operation that two people ordered.
 */
export const erasure = sqliteTable(
  'erasure',
  {
    county: text().$type<CountyKey>().notNull(),
    request: text().notNull(),
    since: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county] })],
)

/** The receipt of a POST that carried an Idempotency-Key: stored in the batch that had the effect. */
export const receipt = sqliteTable(
  'receipt',
  {
    county: text().$type<CountyKey>().notNull(),
    caller: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body. */
    request: text().notNull(),
    /** Null until the answer has been stored. */
    status: integer(),
    answer: text(),
    createdAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.caller, t.key] }),
    index('receipt_created').on(t.county, t.createdAt),
  ],
)
