import type { ErasureRequest, PlatformErasure } from '../../../schema/api/erasures.ts'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { findCountyRow } from '../../data/counties.ts'
import { CountyDb } from '../../data/county-db.ts'
import { makeDue } from '../../data/due-clock.ts'
import {
  administers,
  confirmErasure,
  countPlatformAdmins,
  type ErasureRow,
  endRequest,
  findOpenErasure,
  listErasures,
  requestErasure,
} from '../../data/erasures.ts'
import { newId } from '../../data/new-id.ts'
import { shardOf } from '../../data/shards.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { PlatformContext } from '../context.ts'
import { nudge } from './suspend-county.ts'

/** Who acts: an account, and whether it administers the platform. */
export type Person = { id: string; platform: boolean }

const waitingDays = 30

/**
 * Asks for a county to be erased in 30 days. From now on it is suspended, so that its office has the time to object
 * and to fetch its archive. Errors: not_found, erasure_code (the code typed is not the county's), erasure_open.
 */
export async function request(
  context: PlatformContext,
  id: string,
  { code, reason }: ErasureRequest,
  by: Person,
): Promise<PlatformErasure> {
  const { control, now } = context
  const county = await findCountyRow(control, id)
  if (!county) throw new Problem('not_found')
  if (code !== county.code) throw new Problem('erasure_code')
  const dueAt = new Date(now.getTime() + waitingDays * 86_400_000).toISOString()
  const row = {
    ...{ id: newId(now.getTime()), county: county.id, code, state: 'requested' as const, reason, dueAt },
    ...{ requestedBy: by.id, requestedAt: now.toISOString(), suspended: county.suspendedAt === null },
  }
  const [[asked]] = await control.run(...requestErasure(row, reason)).catch((error: unknown) => {
    if (String(error).includes('county_erasure.county')) throw new Problem('erasure_open')
    throw error
  })
  if (!asked) throw new Problem('conflict')
  await makeDue(control, county.id, now.getTime())
  await note(context, county, by, 'county.erasure.request', { dueAt, reason })
  return shown(asked)
}

/**
 * Confirms what another has asked for. The other is a second platform administrator; where the platform has but one,
 * an administrator of the county itself may be the second. Errors: not_found, erasure_second_person, conflict.
 */
export async function confirm(context: PlatformContext, id: string, by: Person): Promise<PlatformErasure> {
  const { control, now } = context
  const open = await openFor(context, id, by)
  const stranger = open.requestedBy !== by.id
  const may = stranger && (by.platform || (await countPlatformAdmins(control)) <= 1)
  if (!may) throw new Problem('erasure_second_person')
  const [[confirmed]] = await control.run(confirmErasure(open.id, by.id, now.toISOString()))
  if (!confirmed) throw new Problem('conflict')
  await noteOf(context, confirmed, by, 'county.erasure.confirm')
  return shown(confirmed)
}

/**
 * Takes a request back before the erasing begins: any platform administrator may, and whoever confirmed it. The
 * county goes on where the request had suspended it. Errors: not_found, forbidden, conflict.
 */
export async function cancel(context: PlatformContext, id: string, by: Person): Promise<PlatformErasure> {
  const open = await openFor(context, id, by)
  if (!by.platform && open.confirmedBy !== by.id) throw new Problem('forbidden')
  const ended = await end(context, open, 'cancelled', by)
  if (!ended) throw new Problem('conflict')
  return shown(ended)
}

/** Ends a request: taken back by somebody, or lapsed because nobody confirmed it. Nothing where it is past that. */
export async function end(
  context: PlatformContext,
  open: ErasureRow,
  state: 'cancelled' | 'lapsed',
  by: Person,
): Promise<ErasureRow | undefined> {
  const { control, now } = context
  const who = state === 'lapsed' ? null : by.id
  const [, [ended]] = await control.run(...endRequest(open, state, who, now.toISOString()))
  if (!ended) return undefined
  const verb = state === 'lapsed' ? 'county.erasure.lapse' : 'county.erasure.cancel'
  await noteOf(context, ended, by, verb)
  await nudge(context, ended.county)
  return ended
}

/** Requests and tombstones, the newest first. */
export async function erasures(
  { control }: PlatformContext,
  limit: number,
  before?: string,
): Promise<PlatformErasure[]> {
  return (await listErasures(control, limit, before)).map(shown)
}

/** A request that is open for this county, to one of those who may know of it. Errors: not_found. */
async function openFor({ control }: PlatformContext, id: string, by: Person): Promise<ErasureRow> {
  if (!by.platform && !(await administers(control, by.id, id))) throw new Problem('not_found')
  const open = await findOpenErasure(control, id)
  if (!open) throw new Problem('not_found')
  return open
}

async function noteOf(context: PlatformContext, { county, dueAt }: ErasureRow, by: Person, verb: string) {
  const row = await findCountyRow(context.control, county)
  if (row) await note(context, row, by, verb, { dueAt })
}

async function note(
  { control, env, now }: PlatformContext,
  { id, shard }: { id: CountyId; shard: number },
  by: Person,
  verb: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const db = new CountyDb(shardOf(env, shard), id, control.cost)
  await db.write(record({ db, now, member: { id: by.id } }, verb, id, detail))
}

export function shown(row: ErasureRow): PlatformErasure {
  const { id, county, code, state, reason, requestedBy, requestedAt, confirmedBy, confirmedAt, dueAt } = row
  const { cancelledBy, cancelledAt, startedAt, erasedAt, rows, files, sealHash } = row
  return {
    ...{ id, county, code, state, reason, requestedBy, requestedAt, confirmedBy, confirmedAt, dueAt },
    ...{ cancelledBy, cancelledAt, startedAt, erasedAt, rows, files, sealHash },
  }
}
