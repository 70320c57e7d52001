import { sql } from 'drizzle-orm'
import { signInFailure } from '../../schema/tables/control.ts'
import { rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type Attempt = typeof signInFailure.$inferSelect
export type AttemptLimit = { key: string; limit: number; minutes: number }

/**
 * Counts an attempt before it is judged, so that many at once cannot all be judged before one is counted: more than
 * `limit` within `minutes` lock the key for as long. The row that comes back says until when it is locked.
 */
export function takeAttempt({ key, limit, minutes }: AttemptLimit, now: number): Statement<Attempt> {
  const span = minutes * 60_000
  const locked = sql`lockedUntil is not null and lockedUntil > ${now}`
  const anew = sql`lockedUntil is not null or since < ${now - span}`
  return rowsOf(
    signInFailure,
    sql`insert into ${signInFailure} (key, count, since, lockedUntil) values (${key}, 1, ${now}, null)
      on conflict (key) do update set
        count = case when ${locked} then count when ${anew} then 1 else count + 1 end,
        since = case when ${locked} then since when ${anew} then ${now} else since end,
        lockedUntil = case when ${locked} then lockedUntil when ${anew} then null
          when count + 1 > ${limit} then ${now + span} else null end
      returning *`,
  )
}

/** After a right one: the key starts again from nothing. */
export function forgetAttempts(key: string): Statement<Attempt> {
  return rowsOf(signInFailure, sql`delete from ${signInFailure} where key = ${key} returning *`)
}

/** Takes back one attempt that turned out right, of a key that several people share (an address). */
export function giveBackAttempt(key: string): Statement<Attempt> {
  return rowsOf(
    signInFailure,
    sql`update ${signInFailure} set count = count - 1 where key = ${key} and count > 0 and lockedUntil is null returning *`,
  )
}
