import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Role, ScopeKind } from '../api/access.ts'
import type { CountyId } from './keys.ts'

export * from './operations.ts'
export * from './sign-in.ts'

/** A person who signs in. Belongs to no county; memberships tie it to counties. `login` is stored lower case. */
export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    login: text().notNull(),
    name: text().notNull(),
    /** scrypt parameters, salt and hash in one string; see worker/http/password.ts. */
    password: text().notNull(),
    platform: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: text().notNull(),
    disabledAt: text(),
  },
  (t) => [uniqueIndex('account_login').on(t.login)],
)

/** A signed-in browser. The access token lives five minutes; this row is what a refresh and every write check. */
export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    account: text()
      .notNull()
      .references(() => account.id),
    /** SHA-256 of the current refresh secret, and of the one before it (kept a minute for parallel requests). */
    secret: text().notNull(),
    previousSecret: text(),
    rotatedAt: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
  },
  (t) => [index('session_account').on(t.account), index('session_expires').on(t.expiresAt)],
)

/** A tenant. `shard` says in which SHARD_nn database its tables are. */
export const county = sqliteTable(
  'county',
  {
    id: text().$type<CountyId>().primaryKey(),
    code: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    province: text().notNull(),
    city: text().notNull(),
    office: text().notNull(),
    status: text({ enum: ['trial', 'approved'] }).notNull(),
    demo: integer({ mode: 'boolean' }).notNull().default(false),
    shard: integer().notNull(),
    villages: integer().notNull(),
    /** Whether the areas have been brought in from the national divisions yet. */
    areas: text({ enum: ['importing', 'ready'] }).notNull(),
    createdAt: text().notNull(),
    approvedAt: text(),
    /** Since when the platform has stopped writes and public pages, and why; null where it has not. */
    suspendedAt: text(),
    suspendedFor: text(),
    /** Since when its administrators need a second factor; null where they do not. */
    secondFactorSince: text(),
  },
  (t) => [
    uniqueIndex('county_approved_code').on(t.code).where(sql`status = 'approved'`),
    index('county_code').on(t.code),
  ],
)

/** What a person may do in a county: a role over a scope. `account` is null until the invitation is accepted. */
export const membership = sqliteTable(
  'membership',
  {
    id: text().primaryKey(),
    county: text()
      .$type<CountyId>()
      .notNull()
      .references(() => county.id),
    account: text().references(() => account.id),
    login: text().notNull(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    scopeKind: text().$type<ScopeKind>().notNull(),
    /** Id of the area or unit; null for the whole county. */
    scope: text(),
    /** For a village or grid scope the township it lies in, for a unit null: saves a read on every request. */
    township: text(),
    createdAt: text().notNull(),
    disabledAt: text(),
    /** Since when name and login are erased: the row stays, so that what the member did stays somebody's. */
    erasedAt: text(),
  },
  (t) => [
    uniqueIndex('membership_county_login').on(t.county, t.login),
    index('membership_account').on(t.account),
  ],
)

/** A machine's bearer token in one county. */
export const token = sqliteTable(
  'token',
  {
    id: text().primaryKey(),
    county: text()
      .$type<CountyId>()
      .notNull()
      .references(() => county.id),
    name: text().notNull(),
    hash: text().notNull(),
    role: text().$type<Role>().notNull(),
    scopeKind: text().$type<ScopeKind>().notNull(),
    scope: text(),
    township: text(),
    createdBy: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
  },
  (t) => [uniqueIndex('token_hash').on(t.hash), index('token_county').on(t.county)],
)

/**
 * The due clock: the earliest instant (epoch ms) at which a county has work. `version` counts nudges. Every change of any
 * county moves its entry, and every look moves it back, so there is no index to be moved along: the cron reads all the
 * entries, a row a county, for a thousandth of what that would cost.
 */
export const due = sqliteTable('due', {
  county: text()
    .$type<CountyId>()
    .primaryKey()
    .references(() => county.id),
  at: integer().notNull(),
  version: integer().notNull().default(0),
})

/**
 * Work of a county that failed, one row a kind of work however often it does: `failures` counts attempts, `deaths` the
 * messages given up, since the last time it worked. `resolvedAt` once it has worked again.
 */
export const jobFailure = sqliteTable(
  'job_failure',
  {
    county: text()
      .$type<CountyId>()
      .notNull()
      .references(() => county.id),
    kind: text().notNull(),
    error: text().notNull(),
    failures: integer().notNull(),
    deaths: integer().notNull(),
    firstAt: text().notNull(),
    lastAt: text().notNull(),
    resolvedAt: text(),
  },
  (t) => [primaryKey({ columns: [t.county, t.kind] })],
)

/**
 * What the service notes about itself for its operator: `cron`, the last schedule that ran; `seal`, up to when every
 * county's audit was last looked at for sealing; `late_close`, the last round closed late, and how many were.
 */
export const vitalSign = sqliteTable('vital_sign', {
  name: text().primaryKey(),
  /** Epoch ms. */
  at: integer().notNull(),
  count: integer().notNull().default(0),
})

/** Answers to POSTs outside a county (sign-up), kept under their idempotency key. */
export const controlReceipt = sqliteTable(
  'control_receipt',
  {
    caller: text().notNull(),
    key: text().notNull(),
    request: text().notNull(),
    status: integer(),
    answer: text(),
    createdAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caller, t.key] }), index('control_receipt_created').on(t.createdAt)],
)
