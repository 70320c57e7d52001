import { makeDue } from '../data/due-clock.ts'
import type { CountyContext } from './context.ts'

/**
 * Carries out a change that leaves the county work to do, such as a draft to recompute. The county is made due before
 * the change, so that dying in between loses nothing; a message that cannot be sent only means waiting for the cron.
 */
export async function withNudge<Result>(
  { control, county, env, now }: CountyContext,
  change: () => Promise<Result>,
): Promise<Result> {
  await makeDue(control, county.id, now.getTime())
  const result = await change()
  await env.JOBS.send({ kind: 'tick', county: county.id, at: now.getTime() }).catch(() => undefined)
  return result
}
