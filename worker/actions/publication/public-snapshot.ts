import type { CountyId } from '../../../schema/tables/keys.ts'
import { type CountyRow, findCounty, shownToPublic } from '../../data/callers.ts'
import { CountyDb } from '../../data/county-db.ts'
import { shownSnapshot } from '../../data/public-pages.ts'
import { Recent } from '../../data/recent.ts'
import { sha256 } from '../../data/sha256.ts'
import { shardOf } from '../../data/shards.ts'
import { findPublicSnapshot, type SnapshotRow } from '../../data/snapshots.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'

/** An approved county, by code or id, as anyone may read it and this isolate knew it at most seconds ago. Errors: not_found. */
export async function publicCounty(
  { control, env, now }: Pick<PlatformContext, 'control' | 'env' | 'now'>,
  county: string,
): Promise<CountyDb> {
  const found = await recentCounties.get(county, now, async () => {
    const row = await findCounty(control, county)
    return row && shownToPublic(row) ? { county: row.id, shard: row.shard } : undefined
  })
  if (!found) throw new Problem('not_found')
  return new CountyDb(shardOf(env, found.shard), found.county, control.cost)
}

/** Where a county's rows lie: the same for whatever of it is read. */
const recentCounties = new Recent<{ county: CountyId; shard: CountyRow['shard'] }>(500)

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
    return found && { county: db.county, ...(await shownText(found)) }
  })
  if (!shown) throw new Problem('not_found')
  return shown
}

/** The stored text where all of it is shown, else what is shown of it; the hash is that of these bytes. */
async function shownText(found: SnapshotRow): Promise<Omit<PublicBytes, 'county'>> {
  const whole = found.shows === 'explanations'
  const body = new Uint8Array(
    new TextEncoder().encode(whole ? found.body : JSON.stringify(shownSnapshot(found))),
  )
  return { body, sha256: whole ? found.sha256 : await sha256(body) }
}
