import { sql } from 'drizzle-orm'
import { account, session } from '../../schema/tables/control.ts'
import { type ControlDb, insertInto, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type AccountRow = typeof account.$inferSelect
export type StoredSession = typeof session.$inferSelect

export async function findAccount(control: ControlDb, login: string): Promise<AccountRow | undefined> {
  return control.first(accountByLogin(login))
}

export function accountByLogin(login: string): Statement<AccountRow> {
  return rowsOf(account, sql`select * from ${account} where login = ${login}`)
}

export async function findAccountById(control: ControlDb, id: string): Promise<AccountRow | undefined> {
  return control.first(rowsOf(account, sql`select * from ${account} where id = ${id}`))
}

/** A new session; `secret` is the hash of the refresh secret that the browser keeps. Times are ISO. */
export function newSession(row: {
  id: string
  account: string
  secret: string
  createdAt: string
  expiresAt: string
}): Statement<unknown> {
  return insertInto(session, { ...row, rotatedAt: row.createdAt })
}

/** Replaces the refresh secret unless another request already did; a row back means this one did. */
export function rotateSession(id: string, from: string, to: string, now: string): Statement<unknown> {
  return rowsOf(
    session,
    sql`update ${session} set secret = ${to}, previousSecret = ${from}, rotatedAt = ${now}
      where id = ${id} and secret = ${from} and revokedAt is null returning *`,
  )
}

export function revokeSession(id: string, now: string): Statement<unknown> {
  return rowsOf(
    session,
    sql`update ${session} set revokedAt = ${now} where id = ${id} and revokedAt is null returning *`,
  )
}

/**
 * Ends a session of which a secret was shown that is neither the current one nor one replaced after `graceFrom` (ISO):
 * two browsers have had it, and one of them is a thief's. Looked at again here, where no replica lags.
 */
export function revokeStolenSession(
  id: string,
  shown: string,
  graceFrom: string,
  now: string,
): Statement<StoredSession> {
  return rowsOf(
    session,
    sql`update ${session} set revokedAt = ${now}
      where id = ${id} and revokedAt is null and secret <> ${shown}
        and not (coalesce(previousSecret, '') = ${shown} and rotatedAt >= ${graceFrom}) returning *`,
  )
}

/** Ends the session that a browser brought along to a new sign-in, by its current secret or the one before. */
export function revokeCarriedSession(id: string, shown: string, now: string): Statement<StoredSession> {
  return rowsOf(
    session,
    sql`update ${session} set revokedAt = ${now}
      where id = ${id} and ${shown} in (secret, previousSecret) and revokedAt is null returning *`,
  )
}

/** Sessions of an account that are not over yet, the one used last first. `idleFrom`: idle longer counts as over. */
export function sessionsOf(accountId: string, now: string, idleFrom: string): Statement<StoredSession> {
  return rowsOf(
    session,
    sql`select * from ${session} where account = ${accountId} and revokedAt is null and expiresAt > ${now}
      and rotatedAt >= ${idleFrom} order by rotatedAt desc, id desc limit 100`,
  )
}

/** Ends every session of an account but one. */
export function revokeOtherSessions(accountId: string, kept: string, now: string): Statement<StoredSession> {
  return rowsOf(
    session,
    sql`update ${session} set revokedAt = ${now}
      where account = ${accountId} and id <> ${kept} and revokedAt is null returning *`,
  )
}

/** Ends every session of an account: after a reset, or when it is disabled. */
export function revokeSessionsOf(accountId: string, now: string): Statement<unknown> {
  return rowsOf(
    session,
    sql`update ${session} set revokedAt = ${now} where account = ${accountId} and revokedAt is null returning *`,
  )
}

/** Sets a new password where the stored hash is still `from`. */
export function changePassword(accountId: string, from: string, to: string): Statement<AccountRow> {
  return rowsOf(
    account,
    sql`update ${account} set password = ${to} where id = ${accountId} and password = ${from} returning *`,
  )
}
