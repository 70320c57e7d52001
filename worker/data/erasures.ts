import { type SQL, sql } from 'drizzle-orm'
import { account, county, countyErasure, membership } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type ErasureRow = typeof countyErasure.$inferSelect

const open = sql`state in ('requested', 'confirmed', 'erasing')`

/**
 * Asks for a county's erasure and suspends the county where it is not suspended yet; no row back where it has been
 * suspended or resumed meanwhile. A second request beside an open one breaks `county_erasure_open`.
 */
export function requestErasure(
  row: typeof countyErasure.$inferInsert,
  why: string,
): [Statement<ErasureRow>, Statement<unknown>] {
  const asFound = row.suspended ? sql`suspendedAt is null` : sql`suspendedAt is not null`
  return [
    insertInto(
      countyErasure,
      row,
      sql`exists (select 1 from ${county} where id = ${row.county} and ${asFound})`,
    ),
    {
      sql: sql`update ${county} set suspendedAt = ${row.requestedAt}, suspendedFor = ${why}
        where id = ${row.county} and suspendedAt is null and ${waiting(row.county, row.id)} returning *`,
      decode: (raw) => raw,
    },
  ]
}

export async function findOpenErasure(control: ControlDb, id: string): Promise<ErasureRow | undefined> {
  return control.first(
    rowsOf(countyErasure, sql`select * from ${countyErasure} where county = ${id} and ${open}`),
  )
}

/** Erasures of all states, the newest request first, before the id `before`: ids grow with time. */
export async function listErasures(control: ControlDb, limit: number, before = '~'): Promise<ErasureRow[]> {
  const [rows] = await control.run(
    rowsOf(
      countyErasure,
      sql`select * from ${countyErasure} where id < ${before} order by id desc limit ${limit}`,
    ),
  )
  return rows
}

/** Confirms a request before its day; no row back where it is not waiting, or where the same person asked for it. */
export function confirmErasure(id: string, by: string, at: string): Statement<ErasureRow> {
  return rowsOf(
    countyErasure,
    sql`update ${countyErasure} set state = 'confirmed', confirmedBy = ${by}, confirmedAt = ${at}
      where id = ${id} and state = 'requested' and requestedBy <> ${by} and dueAt > ${at} returning *`,
  )
}

/**
 * Takes a request back, or lets it lapse: the county goes on where asking had suspended it. Both change nothing once
 * the erasing has begun.
 */
export function endRequest(
  { id, county: of, suspended }: Pick<ErasureRow, 'id' | 'county' | 'suspended'>,
  state: 'cancelled' | 'lapsed',
  by: string | null,
  at: string,
): [Statement<unknown>, Statement<ErasureRow>] {
  const before = state === 'lapsed' ? sql`state = 'requested'` : sql`state in ('requested', 'confirmed')`
  const resume: Statement<unknown> = {
    sql: sql`update ${county} set suspendedAt = null, suspendedFor = null where id = ${of} and ${suspended ? 1 : 0} = 1
      and exists (select 1 from ${countyErasure} where id = ${id} and ${before}) returning *`,
    decode: (raw) => raw,
  }
  return [
    resume,
    rowsOf(
      countyErasure,
      sql`update ${countyErasure} set state = ${state}, cancelledBy = ${by}, cancelledAt = ${at}
        where id = ${id} and ${before} returning *`,
    ),
  ]
}

/** The point of no return, with what there is to be deleted; no row back where it has been taken back. */
export function beginErasing(
  id: string,
  { at, rows, files, sealHash }: { at: string; rows: number; files: number; sealHash: string | null },
): Statement<ErasureRow> {
  return rowsOf(
    countyErasure,
    sql`update ${countyErasure} set state = 'erasing', startedAt = ${at}, rows = ${rows}, files = ${files}, sealHash = ${sealHash}
      where id = ${id} and state = 'confirmed' and dueAt <= ${at} returning *`,
  )
}

/** How many platform administrators can sign in. */
export async function countPlatformAdmins(control: ControlDb): Promise<number> {
  const found = await control.first(
    rowsAs(sql`select count(*) as n from ${account} where platform = 1 and disabledAt is null`, (raw) =>
      Number(raw.n),
    ),
  )
  return found ?? 0
}

/** Whether an account administers a county. */
export async function administers(control: ControlDb, accountId: string, id: string): Promise<boolean> {
  const found = await control.first(
    rowsAs(
      sql`select 1 as yes from ${membership} where county = ${id} and account = ${accountId}
        and role = 'county_admin' and disabledAt is null`,
      () => true,
    ),
  )
  return found === true
}

/** A precondition: that a county is not about to be erased. */
export function notBeingErased(id: string): SQL {
  return sql`not exists (select 1 from ${countyErasure} where county = ${id} and ${open})`
}

function waiting(id: CountyId, erasure: string): SQL {
  return sql`exists (select 1 from ${countyErasure} where county = ${id} and id = ${erasure})`
}
