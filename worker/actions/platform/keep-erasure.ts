import { type ArchiveDb, countRows } from '../../data/archive.ts'
import { lastSeal } from '../../data/erasing.ts'
import { removeCounty, removePeople } from '../../data/erasing-control.ts'
import { beginErasing, type ErasureRow, findOpenErasure } from '../../data/erasures.ts'
import { forgetRecent } from '../../data/recent.ts'
import { shardOf } from '../../data/shards.ts'
import { objectPages } from '../../files/archive/objects.ts'
import { eraseParts } from '../archive/erase-parts.ts'
import { type CountyContext, system } from '../context.ts'
import { end } from './erasure.ts'

/** Statements and pages of files that one run deletes at most: some hundred thousand rows. */
const stepsARun = 300

/**
 * Erases a county whose day has come and that two have agreed on; a request that nobody confirmed lapses. Answers when
 * to look again (epoch ms), or undefined where nothing is asked for. Each run goes on where the last one was cut off:
 * first nobody gets in any more, then files and rows go, the county's own row last, so that the clock keeps coming by.
 */
export async function keepErasure(
  context: CountyContext,
  steps: number = stepsARun,
): Promise<number | undefined> {
  const { control, county, now } = context
  const open = await findOpenErasure(control, county.id)
  if (!open) return undefined
  if (open.state !== 'erasing' && Date.parse(open.dueAt) > now.getTime()) return Date.parse(open.dueAt)
  if (open.state === 'requested') {
    await end(context, open, 'lapsed', { id: system.id, platform: false })
    return now.getTime()
  }
  if (open.state === 'confirmed' && !(await begin(context, open))) return now.getTime()
  return (await erase(context, open, steps)) ? undefined : now.getTime()
}

/** Counts what there is and passes the point of no return; false where it was taken back in the last moment. */
async function begin(context: CountyContext, { id }: ErasureRow): Promise<boolean> {
  const { control, env, county, now } = context
  const db = shardDb(context)
  let files = 0
  for await (const page of objectPages(env.FILES, county.id)) files += page.length
  const found = { at: now.toISOString(), rows: await countRows(db), files, sealHash: await lastSeal(db) }
  const [[begun]] = await control.run(beginErasing(id, found))
  return begun !== undefined
}

/** Deletes on; true once nothing is left but the tombstone. */
async function erase(context: CountyContext, { id }: ErasureRow, steps: number): Promise<boolean> {
  const { control, env, county, now } = context
  await removePeople(control, county.id)
  const { finished } = await eraseParts(env, shardDb(context), { request: id, now, steps })
  if (finished) await control.run(...removeCounty(county.id, id, now.toISOString()))
  forgetRecent(county.id)
  return finished
}

function shardDb({ env, county, db }: CountyContext): ArchiveDb {
  return { d1: shardOf(env, county.shard), county: county.id, cost: db.cost }
}
