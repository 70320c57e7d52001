import { findCounty } from '../../data/callers.ts'
import { CountyDb } from '../../data/county-db.ts'
import { shardOf } from '../../data/shards.ts'
import { findPublicSnapshot, type SnapshotRow } from '../../data/snapshots.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'

/** An approved county, by code or id, as anyone may read it. Errors: not_found. */
export async function publicCounty(
  { control, env }: Pick<PlatformContext, 'control' | 'env'>,
  county: string,
): Promise<CountyDb> {
  const found = await findCounty(control, county)
  if (found?.status !== 'approved') throw new Problem('not_found')
  return new CountyDb(shardOf(env, found.shard), found.id, control.cost)
}

/** A public board's newest published round: two rows, the county's and the snapshot. Errors: not_found. */
export async function publicSnapshot(
  context: Pick<PlatformContext, 'control' | 'env'>,
  county: string,
  board: string,
): Promise<SnapshotRow> {
  const found = await findPublicSnapshot(await publicCounty(context, county), board)
  if (!found) throw new Problem('not_found')
  return found
}
