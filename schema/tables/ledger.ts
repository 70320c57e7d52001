import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CountyKey } from './keys.ts'

/** Who did what, when. Append-only; never a personal name: `actor` is a member's, token's or job's id. */
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
    index('audit_actor').on(t.county, t.actor, t.id),
    index('audit_verb').on(t.county, t.verb, t.id),
  ],
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
  (t) => [primaryKey({ columns: [t.county, t.caller, t.key] })],
)
