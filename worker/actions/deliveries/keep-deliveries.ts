import { giveUp, selectDueDeliveries, selectNextDelivery } from '../../data/deliveries.ts'
import type { CountyContext } from '../context.ts'

/** Messages handed to the queue in one run; the rest waits for the next, which is at once. */
const most = 100
/** When to look again whether what was handed to the queue was taken. */
const lookAgain = 60_000
const never = Number.POSITIVE_INFINITY

/**
 * Hands what is due to the queue, one message a delivery, so that a slow receiver holds up nothing else; and gives up
 * what was on its way when its run died. A delivery handed over twice is taken once. Gives the next instant (epoch ms)
 * at which there is something to do.
 */
export async function keepDeliveries({ db, env, county, now }: CountyContext): Promise<number> {
  const at = now.getTime()
  const [due, [next]] = await db.together(selectDueDeliveries(db, at, most), selectNextDelivery(db))
  if (due.length === 0) return next?.nextAt ?? never
  if (due.some(({ state }) => state === 'sending')) await db.write(giveUp(db, now))
  const waiting = due.filter(({ state }) => state === 'pending')
  if (waiting.length > 0) {
    const jobs = waiting.map(({ id }) => ({ kind: 'deliver' as const, county: county.id, delivery: id, at }))
    await env.JOBS.sendBatch(jobs.map((body) => ({ body })))
  }
  return at + lookAgain
}
