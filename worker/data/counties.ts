import { sql } from 'drizzle-orm'
import { account, county, due, membership } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import { notBeingErased } from './erasures.ts'
import type { Statement } from './statement.ts'

export type NewCounty = typeof county.$inferInsert

export async function codeIsApproved(control: ControlDb, code: string): Promise<boolean> {
  const found = await control.first(
    rowsAs(sql`select 1 as yes from ${county} where code = ${code} and status = 'approved'`, () => true),
  )
  return found === true
}

/** The shard with the fewest villages among the first `shards`; ties go to the lowest number. */
export async function emptiestShard(control: ControlDb, shards: number): Promise<number> {
  const [loads] = await control.run(
    rowsAs(sql`select shard, sum(villages) as villages from ${county} group by shard`, (raw) => ({
      shard: Number(raw.shard),
      villages: Number(raw.villages),
    })),
  )
  const load = new Map(loads.map((row) => [row.shard, row.villages]))
  const order = Array.from({ length: shards }, (_, shard) => shard)
  return order.reduce((best, shard) => ((load.get(shard) ?? 0) < (load.get(best) ?? 0) ? shard : best), 0)
}

/** A county with its founding administrator and its first entry on the due clock, all or nothing. */
export function foundCounty(
  row: NewCounty,
  founder: { account?: typeof account.$inferInsert; membership: typeof membership.$inferInsert },
  now: number,
): Statement<unknown>[] {
  return [
    ...(founder.account ? [insertInto(account, founder.account)] : []),
    insertInto(county, row),
    insertInto(membership, founder.membership),
    insertInto(due, { county: row.id, at: now, version: 0 }),
  ]
}

export function markAreasReady(id: CountyId): Statement<unknown> {
  return rowsOf(county, sql`update ${county} set areas = 'ready' where id = ${id} returning *`)
}

/** Approves a county on trial; no row back where the code is approved for another tenant or it is not on trial. */
export function approveCounty(id: string, now: string): Statement<typeof county.$inferSelect> {
  return rowsOf(
    county,
    sql`update ${county} set status = 'approved', approvedAt = ${now}
      where id = ${id} and status = 'trial'
        and not exists (select 1 from ${county} other where other.code = ${county}.code and other.status = 'approved')
      returning *`,
  )
}

/** Suspends a county or, with a null instant, lets it go on; no row back where it is so already, or is to be erased. */
export function setSuspended(
  id: string,
  suspendedAt: string | null,
  reason: string | null,
): Statement<typeof county.$inferSelect> {
  const other = suspendedAt === null ? sql`suspendedAt is not null` : sql`suspendedAt is null`
  return rowsOf(
    county,
    sql`update ${county} set suspendedAt = ${suspendedAt}, suspendedFor = ${reason}
      where id = ${id} and ${other} and ${notBeingErased(id)} returning *`,
  )
}

/** Since when a county's administrators need a second factor; null where they do not. */
export function setSecondFactorWanted(
  id: string,
  since: string | null,
): Statement<typeof county.$inferSelect> {
  return rowsOf(county, sql`update ${county} set secondFactorSince = ${since} where id = ${id} returning *`)
}

/** Points at a county's new shard; no row back where it has been moved meanwhile. */
export function moveToShard(id: CountyId, from: number, to: number): Statement<typeof county.$inferSelect> {
  return rowsOf(
    county,
    sql`update ${county} set shard = ${to} where id = ${id} and shard = ${from} returning *`,
  )
}

export async function findCountyRow(
  control: ControlDb,
  id: string,
): Promise<typeof county.$inferSelect | undefined> {
  return control.first(rowsOf(county, sql`select * from ${county} where id = ${id}`))
}

export type CountyFilter = {
  status?: 'trial' | 'approved' | 'suspended' | undefined
  q?: string | undefined
}

/** Counties, the newest first, before the id `before`: ids grow with time. */
export async function listCounties(
  control: ControlDb,
  { status, q }: CountyFilter,
  limit: number,
  before = '~',
): Promise<(typeof county.$inferSelect)[]> {
  const state =
    status === undefined
      ? sql`true`
      : status === 'suspended'
        ? sql`suspendedAt is not null`
        : sql`status = ${status} and suspendedAt is null`
  const named = q === undefined ? sql`true` : sql`(instr(name, ${q}) > 0 or instr(code, ${q}) = 1)`
  const [rows] = await control.run(
    rowsOf(
      county,
      sql`select * from ${county} where id < ${before} and ${state} and ${named} order by id desc limit ${limit}`,
    ),
  )
  return rows
}
