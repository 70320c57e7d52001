import { type SQL, sql } from 'drizzle-orm'
import { activation, controlReceipt, session, signInFailure } from '../../../schema/tables/control.ts'
import { delivery, lastPlace, notice, placeFlag, receipt } from '../../../schema/tables/county.ts'
import type { Kept } from '../../domain/privacy/retention.ts'
import { rowsAs } from '../control-db.ts'
import type { CountyDb, CountyTable } from '../county-db.ts'
import type { Statement } from '../statement.ts'

/** What the county's own job clears; complaints' contacts and photos have clocks of their own. */
export const cleared = ['receipt', 'delivery', 'notice', 'lastPlace', 'placeFlag'] as const satisfies Kept[]
export type Cleared = (typeof cleared)[number]

/** The instants (ISO 8601) of the oldest things of each kind that are ever cleared; null where there is none. */
export type Oldest = Record<Cleared, string | null>

/** In one statement: the first entry of an index for each kind; of last places there is one a member. */
export function selectOldest(db: CountyDb): Statement<Oldest> {
  const columns = cleared.map((kind) => sql`(${oldest(db, kind)}) as ${sql.identifier(kind)}`)
  return {
    sql: sql`select ${sql.join(columns, sql`, `)}`,
    decode: (raw) =>
      Object.fromEntries(
        cleared.map((kind) => [kind, typeof raw[kind] === 'string' ? raw[kind] : null]),
      ) as Oldest,
  }
}

/** Deletes at most `limit` things of a kind from before an instant (ISO 8601). */
export function clear(db: CountyDb, kind: Cleared, before: string, limit: number): Statement<unknown> {
  const { table, time, states, key } = where[kind]
  const mine = sql`county = ${db.county} and ${time} < ${before}`
  const settled = states ? sql` and state in (${listed(states)})` : sql.empty()
  return {
    sql: sql`delete from ${table} where ${key ? sql`county = ${db.county} and ${key}` : sql`rowid`} in
      (select ${key ?? sql`rowid`} from ${table} where ${mine}${settled} order by ${time} limit ${limit})`,
    decode: () => null,
  }
}

function oldest(db: CountyDb, kind: Cleared): SQL {
  const { table, time, order = time, states } = where[kind]
  const first = (state?: string) =>
    sql`(select ${time} from ${table} where county = ${db.county}${state ? sql` and state = ${state}` : sql.empty()}
      order by ${order} limit 1)`
  if (!states) return first()
  // Of nothing the time is later than any: text sorts after digits.
  const each = states.map((state) => sql`coalesce(${first(state)}, 'none')`)
  return sql`nullif(min(${sql.join(each, sql`, `)}), 'none')`
}

/** A table that is stored by its key, without rowid, says which column beside the county that is. */
type Where = { table: CountyTable; time: SQL; order?: SQL; states?: readonly string[]; key?: SQL }
const at = sql`at`
const id = sql`id`
/** Where the time of each kind stands. Ids of deliveries and notices begin with it, so that they are found by key. */
const where: Record<Cleared, Where> = {
  receipt: { table: receipt, time: sql`createdAt` },
  delivery: { table: delivery, time: at, order: id, states: ['delivered', 'dead', 'unknown'] },
  notice: { table: notice, time: at, order: id, key: id },
  lastPlace: { table: lastPlace, time: at },
  placeFlag: { table: placeFlag, time: at, states: ['cleared', 'confirmed'] },
}

/** The same for CONTROL, where nothing belongs to one county: ended sessions and links, receipts, failed sign-ins. */
export function clearControl(before: { session: string; receipt: string; failure: number }, limit: number) {
  const { session: ended, receipt: kept, failure } = before
  return [
    nothingBack(sql`delete from ${session} where id in
      (select id from ${session} where expiresAt < ${ended} order by expiresAt limit ${limit})`),
    nothingBack(sql`delete from ${activation} where token in
      (select token from ${activation} where expiresAt < ${ended} order by expiresAt limit ${limit})`),
    nothingBack(sql`delete from ${controlReceipt} where rowid in
      (select rowid from ${controlReceipt} where createdAt < ${kept} order by createdAt limit ${limit})`),
    nothingBack(sql`delete from ${signInFailure} where key in
      (select key from ${signInFailure} where since < ${failure} and coalesce(lockedUntil, 0) < ${failure} limit ${limit})`),
  ]
}

function nothingBack(query: SQL): Statement<null> {
  return rowsAs(query, () => null)
}

function listed(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
}
