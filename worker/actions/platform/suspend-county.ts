import type { PlatformCounty } from '../../../schema/api/platform.ts'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { findCountyRow, setSuspended } from '../../data/counties.ts'
import { CountyDb } from '../../data/county-db.ts'
import { makeDue } from '../../data/due-clock.ts'
import { shardOf } from '../../data/shards.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { PlatformContext } from '../context.ts'
import { platformCounty } from './approve-county.ts'

/**
 * Suspends a county: its members still sign in and read, nothing can be changed, its public pages are gone and its
 * clock rests. The reason stands in its audit. Errors: not_found, conflict (suspended already).
 */
export async function suspend(
  context: PlatformContext,
  id: string,
  reason: string,
  by: string,
): Promise<PlatformCounty> {
  return change(context, id, by, { at: context.now.toISOString(), reason }, 'county.suspend')
}

/** Lets a suspended county go on; its clock catches up at once. Errors: not_found, conflict. */
export async function resume(context: PlatformContext, id: string, by: string): Promise<PlatformCounty> {
  const resumed = await change(context, id, by, { at: null, reason: null }, 'county.resume')
  await nudge(context, id)
  return resumed
}

/** Looks at a county's work again at once. Errors: not_found. */
export async function nudge({ control, env, now }: PlatformContext, id: string): Promise<void> {
  if (!(await findCountyRow(control, id))) throw new Problem('not_found')
  await makeDue(control, id as CountyId, now.getTime())
  await env.JOBS.send({ kind: 'tick', county: id, at: now.getTime() }).catch(() => undefined)
}

async function change(
  { control, env, now }: PlatformContext,
  id: string,
  by: string,
  { at, reason }: { at: string | null; reason: string | null },
  verb: string,
): Promise<PlatformCounty> {
  const [[changed]] = await control.run(setSuspended(id, at, reason))
  if (!changed) throw new Problem((await findCountyRow(control, id)) ? 'conflict' : 'not_found')
  const db = new CountyDb(shardOf(env, changed.shard), changed.id, control.cost)
  await db.write(record({ db, now, member: { id: by } }, verb, id, reason === null ? {} : { reason }))
  return platformCounty(changed)
}
