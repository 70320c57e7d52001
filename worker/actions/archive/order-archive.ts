import { findCountyRow } from '../../data/counties.ts'
import { CountyDb } from '../../data/county-db.ts'
import { findOpenErasure } from '../../data/erasures.ts'
import { shardOf } from '../../data/shards.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { PlatformContext } from '../context.ts'

/**
 * Notes in the county's audit that somebody takes its archive away, before a byte of it leaves; `by` is a member's or
 * an account's id. Errors: not_found, conflict (its erasing has begun).
 */
export async function orderArchive(
  { control, env, now }: PlatformContext,
  id: string,
  by: string,
): Promise<{ id: string; code: string; name: string }> {
  const county = await findCountyRow(control, id)
  if (!county) throw new Problem('not_found')
  if ((await findOpenErasure(control, id))?.state === 'erasing') throw new Problem('conflict')
  const db = new CountyDb(shardOf(env, county.shard), county.id, control.cost)
  await db.write(record({ db, now, member: { id: by } }, 'county.archive', id))
  return { id: county.id, code: county.code, name: county.name }
}
