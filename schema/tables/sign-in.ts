import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account, membership } from './control.ts'

/**
 * An authenticator app that an account signs in with beside its password (RFC 6238). On once confirmed; until then its
 * owner has only been shown the secret.
 */
export const secondFactor = sqliteTable('second_factor', {
  account: text()
    .primaryKey()
    .references(() => account.id),
  /** The shared secret, encrypted: see worker/actions/identity/sealed-secret.ts. */
  secret: text().notNull(),
  /** The latest 30-second step of which a code was used: an earlier one, or the same, is refused. */
  lastStep: integer().notNull().default(0),
  createdAt: text().notNull(),
  confirmedAt: text(),
  /** Salt of the recovery codes; null until there are any. */
  recoverySalt: text(),
})

/** Recovery codes by their scrypt hash, each good once in place of the authenticator app. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    account: text()
      .notNull()
      .references(() => account.id),
    hash: text().notNull(),
    usedAt: text(),
  },
  (t) => [primaryKey({ columns: [t.account, t.hash] })],
)

/** One-time links: an invitation into a county, a password reset, or the first platform administrator. */
export const activation = sqliteTable(
  'activation',
  {
    /** SHA-256 of the token in the link. */
    token: text().primaryKey(),
    kind: text({ enum: ['invitation', 'reset', 'platform'] }).notNull(),
    membership: text().references(() => membership.id),
    account: text().references(() => account.id),
    login: text().notNull(),
    /** Name of the account that the link creates. */
    name: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (t) => [index('activation_expires').on(t.expiresAt)],
)

/** Attempts to sign in per login, address and account with a second factor: a lockout that holds in every location. */
export const signInFailure = sqliteTable('sign_in_failure', {
  key: text().primaryKey(),
  count: integer().notNull(),
  since: integer().notNull(),
  lockedUntil: integer(),
})
