import { NotAsRead } from '../../data/county-db.ts'
import { type DueWork, selectDueWork, selectNextWork } from '../../data/work-clock.ts'
import type { CountyContext } from '../context.ts'
import { strikeAll } from './strike-all.ts'

/** Rows in one go, and goes in one run: what is left waits for the next, which is at once. */
const most = 500
const goes = 20
const never = Number.POSITIVE_INFINITY

/**
 * Reminds of work before it is due, notes it overdue when its time has run out, and tells the next post so many hours
 * later; gives the next instant (epoch ms) at which there is something to do. A second run changes nothing: every batch
 * holds only while all its rows are as they were read. One that cannot be done holds up no other: its failure is
 * thrown at the end.
 */
export async function keepClock(context: CountyContext): Promise<number> {
  const { db, now } = context
  const failures: unknown[] = []
  let after = { nextAt: Number.MIN_SAFE_INTEGER, id: '' }
  let full = true
  for (let go = 0; full && go < goes; go++) {
    const [due] = await db.together(selectDueWork(db, now.getTime(), most, after))
    full = due.length === most
    if (due.length > 0) failures.push(...(await strikeOrApart(context, due)))
    after = due.at(-1) ?? after
  }
  const [[next]] = await db.together(selectNextWork(db, now.getTime()))
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures)
  return full ? now.getTime() : (next?.at ?? never)
}

/** All at once; where something is in the way, each by itself, and what failed. */
async function strikeOrApart(context: CountyContext, due: readonly DueWork[]): Promise<unknown[]> {
  try {
    return await strikeAll(context, due)
  } catch (error) {
    // Somebody took a step or the clock was here already: the next run reads what is left.
    if (due.length === 1) return error instanceof NotAsRead ? [] : [error]
    const failures: unknown[] = []
    for (const one of due) failures.push(...(await strikeOrApart(context, [one])))
    return failures
  }
}
