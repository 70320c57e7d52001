import {
  expire,
  type PhotoRow,
  removeExpired,
  selectDue,
  selectLiving,
  selectNextSweep,
  selectUsed,
  sweepNext,
} from '../../data/photos.ts'
import { keptDays } from '../../domain/privacy/retention.ts'
import { copiesPrefix, keysBelow, photoKey, removePictures } from '../../files/photos/store.ts'
import type { CountyContext } from '../context.ts'

const hour = 3_600_000

/** How long after an upload began the sweep looks what became of it. No request lasts this long. */
export const sweepAfter = hour
/** How long a photo may wait to become evidence of something before it is taken away. */
export const unusedFor = keptDays.photo * 24 * hour

const most = 50
/** Nothing to do: as late as JavaScript can say. */
const never = 8_640_000_000_000

/**
 * Looks at the photos due: takes away those whose upload never ended and those that were never used, and what stray
 * copies an interruption left of the others. Gives when it is to look next (epoch ms). Interrupted anywhere it goes on
 * the next time; run twice it changes nothing more. One photo's failure does not stop the others: it is thrown at the end.
 */
export async function sweepPhotos(context: CountyContext): Promise<number> {
  const { db, now } = context
  const [due] = await db.together(selectDue(db, now.getTime(), most))
  if (due.length > 0) await sweep(context, due)
  const [[next]] = await db.together(selectNextSweep(db))
  return next?.sweepAt ?? never
}

async function sweep(context: CountyContext, due: readonly PhotoRow[]): Promise<void> {
  const { db } = context
  const [uses] = await db.together(
    selectUsed(
      db,
      due.map(({ id }) => id),
    ),
  )
  const used = new Set(uses.map(({ id }) => id))
  const failures: unknown[] = []
  for (const row of due) {
    await settle(context, row, used.has(row.id)).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function settle(context: CountyContext, row: PhotoRow, used: boolean): Promise<void> {
  const keptUntil = Date.parse(row.at) + unusedFor
  if (used) await tidy(context, row, null)
  else if (row.state === 'stored' && keptUntil > context.now.getTime()) await tidy(context, row, keptUntil)
  else await clear(context, row)
}

/** Takes a photo away: from its mark on nobody can use it, then its bytes go, then the row. */
async function clear({ db, env, county }: CountyContext, row: PhotoRow): Promise<void> {
  const { id, sha256 } = row
  const [[going]] = await db.write(expire(db, row))
  if (!going) return
  const [living] = await db.together(selectLiving(db, sha256))
  const copies = await keysBelow(env.FILES, copiesPrefix(county.id, id))
  await removePictures(env.FILES, [...copies, ...(living.length > 0 ? [] : [photoKey(county.id, sha256)])])
  await db.write(removeExpired(db, id))
}

/** Takes away copies that were put but never noted; a fresh one may be about to be, and is left for the next time. */
async function tidy(
  { db, env, county, now }: CountyContext,
  row: PhotoRow,
  next: number | null,
): Promise<void> {
  const settled = new Date(now.getTime() - sweepAfter / 2)
  const noted = (key: string) => [row.thumbnail, row.derivative].some((hash) => hash && key.endsWith(hash))
  const keys = await keysBelow(env.FILES, copiesPrefix(county.id, row.id), settled)
  await removePictures(
    env.FILES,
    keys.filter((key) => !noted(key)),
  )
  await db.write(sweepNext(db, row, next))
}
