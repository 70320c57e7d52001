import { type Cleared, clear, cleared, selectOldest } from '../../data/privacy/retention.ts'
import { putSetting, selectSetting } from '../../data/settings.ts'
import { clearedBefore, keptDays, nightAfter } from '../../domain/privacy/retention.ts'
import type { CountyContext } from '../context.ts'

/** Rows of one kind that one look clears at most: more are cleared by the next. */
const most = 500
const day = 86_400_000
/** Nothing made after a look can end before this has passed. */
const shortest = Math.min(...cleared.map((kind) => keptDays[kind])) * day

/**
 * Clears what has been kept for its time (worker/domain/privacy/retention.ts), at night, and gives when to look next
 * (epoch ms). A county in which nothing has run out costs one statement to see so and one to note when it will; until
 * then nothing at all. Cut off anywhere it goes on the next time; run twice it changes nothing more.
 */
export async function keepRetention({ db, now }: CountyContext): Promise<number> {
  const at = now.getTime()
  const [[set], [oldest]] = await db.together(selectSetting(db, 'retention'), selectOldest(db))
  if (typeof set?.value === 'number' && set.value > at) return set.value
  const end = (kind: Cleared) => {
    const first = oldest?.[kind]
    return first ? Date.parse(first) + keptDays[kind] * day : Number.POSITIVE_INFINITY
  }
  const over = cleared.filter((kind) => end(kind) < at)
  if (over.length > 0) {
    const before = (kind: Cleared) => new Date(clearedBefore(at, kind)).toISOString()
    await db.write(...over.map((kind) => clear(db, kind, before(kind), most)))
    // There may be more of it than one look clears.
    return at
  }
  const next = nightAfter(Math.min(at + shortest, ...cleared.map(end)) + 1)
  await db.write(putSetting(db, 'retention', next))
  return next
}
