import { makeDue } from '../data/due-clock.ts'
import type { CountyContext } from './context.ts'

/**
 * Carries out a change that leaves the county work to do, such as a draft to recompute. The county is made due before
 * the change, so that dying in between loses nothing; a message that cannot be sent only means waiting for the cron.
 */
export async function withNudge<Result>(
  context: CountyContext,
  change: () => Promise<Result>,
): Promise<Result> {
  const { county, env, now } = context
  await dueBy(context, now.getTime())
  const result = await change()
  await env.JOBS.send({ kind: 'tick', county: county.id, at: now.getTime() }).catch(() => undefined)
  return result
}

/**
 * Sees to it that the county is looked at by `at` (epoch ms), before the write that makes it so. A request that was
 * expected to leave work has done that along with its caller's look-up; only where it has taken long since, such as a
 * big photo over a slow line, is it done once more, since the look may be over by now.
 */
export async function dueBy({ control, county, madeDue }: CountyContext, at: number): Promise<void> {
  if (madeDue !== undefined && Date.now() - madeDue < stillAhead) return
  await makeDue(control, county.id, at)
}

/** Milliseconds that a write may come after its county was made due: a good deal less than the look that follows up. */
const stillAhead = 10_000
