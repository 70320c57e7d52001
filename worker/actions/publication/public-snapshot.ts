import type { CountyId } from '../../../schema/tables/keys.ts'
import { findCounty, shownToPublic } from '../../data/callers.ts'
import { CountyDb } from '../../data/county-db.ts'
import { Recent } from '../../data/recent.ts'
import { shardOf } from '../../data/shards.ts'
import { findPublicSnapshot } from '../../data/snapshots.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'

/** An approved county, by code or id, as anyone may read it. Errors: not_found. */
export async function publicCounty(
  { control, env }: Pick<PlatformContext, 'control' | 'env'>,
  county: string,
): Promise<CountyDb> {
  const found = await findCounty(control, county)
  if (!found || !shownToPublic(found)) throw new Problem('not_found')
  return new CountyDb(shardOf(env, found.shard), found.id, control.cost)
}

/** A public board as it goes over the wire: text would be encoded anew for every request. */
export type PublicBytes = { county: CountyId; sha256: string; body: Uint8Array<ArrayBuffer> }

/** Enough for every board of a busy moment; one is 30 to 300 thousand bytes. */
const recent = new Recent<PublicBytes>(50)

/**
 * A public board's newest published round, as this isolate read it at most seconds ago, else two rows: the county's
 * and the snapshot. Errors: not_found.
 */
export async function publicSnapshot(
  context: Pick<PlatformContext, 'control' | 'env' | 'now'>,
  county: string,
  board: string,
): Promise<PublicBytes> {
  const shown = await recent.get(`${county}/${board}`, context.now, async () => {
    const db = await publicCounty(context, county)
    const found = await findPublicSnapshot(db, board)
    if (!found) return undefined
    return {
      county: db.county,
      sha256: found.sha256,
      body: new Uint8Array(new TextEncoder().encode(found.body)),
    }
  })
  if (!shown) throw new Problem('not_found')
  return shown
}
