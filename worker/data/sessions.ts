import { sql } from 'drizzle-orm'
import { account, session, signInFailure } from '../../schema/tables/control.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type AccountRow = typeof account.$inferSelect

export async function findAccount(control: ControlDb, login: string): Promise<AccountRow | undefined> {
  return control.first(rowsOf(account, sql`select * from ${account} where login = ${login}`))
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

/** Ends every session of an account: after a reset, or when it is disabled. */
export function revokeSessionsOf(accountId: string, now: string): Statement<unknown> {
  return rowsOf(
    session,
    sql`update ${session} set revokedAt = ${now} where account = ${accountId} and revokedAt is null returning *`,
  )
}

export function setPassword(accountId: string, password: string): Statement<unknown> {
  return rowsOf(
    account,
    sql`update ${account} set password = ${password} where id = ${accountId} returning *`,
  )
}

/** Until when any of these keys (a login, an address) is locked, in epoch ms; undefined where none is. */
export async function lockedUntil(
  control: ControlDb,
  keys: readonly string[],
  now: number,
): Promise<number | undefined> {
  const found = await control.first(
    rowsAs(
      sql`select max(lockedUntil) as until from ${signInFailure}
        where key in (select value from json_each(${JSON.stringify(keys)})) and lockedUntil > ${now}`,
      (raw) => (raw.until === null ? undefined : Number(raw.until)),
    ),
  )
  return found
}

/** Counts a failed sign-in; at `limit` within 15 minutes the key is locked for 15 minutes. */
export function countFailure(key: string, limit: number, now: number): Statement<unknown> {
  const quarter = 15 * 60_000
  return rowsOf(
    signInFailure,
    sql`insert into ${signInFailure} (key, count, since, lockedUntil) values (${key}, 1, ${now}, null)
      on conflict (key) do update set
        count = case when since < ${now - quarter} then 1 else count + 1 end,
        since = case when since < ${now - quarter} then ${now} else since end,
        lockedUntil = case when since >= ${now - quarter} and count + 1 >= ${limit} then ${now + quarter} else lockedUntil end
      returning *`,
  )
}

export function forgetFailures(key: string): Statement<unknown> {
  return rowsOf(signInFailure, sql`delete from ${signInFailure} where key = ${key} returning *`)
}
