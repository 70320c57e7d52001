import type { DataBlock, DataValues } from '../../../schema/api/bulletin-content.ts'
import type { OwnedBulletin } from '../../data/bulletins.ts'
import type { CountyDb } from '../../data/county-db.ts'

/** What a bulletin is about: whose it is, its days, and the round it reports on. */
export type About = Pick<OwnedBulletin, 'owner' | 'ownerLevel' | 'fromDay' | 'toDay' | 'round'>

/** What data blocks show as of `now`, by their ids. */
export async function blockValues(
  _db: CountyDb,
  _about: About,
  blocks: readonly DataBlock[],
  _now: Date,
): Promise<DataValues> {
  return Object.fromEntries(blocks.map(({ attrs }) => [attrs.id, { form: 'nothing' as const, text: '无。' }]))
}
