import type { ScheduledController } from '@cloudflare/workers-types'
import { ControlDb } from '../data/control-db.ts'
import { dueCounties } from '../data/due-clock.ts'
import type { Env } from '../env.ts'

const most = 5000
const perBatch = 100

/**
 * Every cron does the same: asks the due clock which counties have work by now and nudges each with one message. What
 * is due stays due until it is done, so a missed or doubled cron loses and repeats nothing.
 */
export async function onSchedule(controller: ScheduledController, env: Env): Promise<void> {
  const at = controller.scheduledTime
  const counties = await dueCounties(new ControlDb(env.CONTROL), at, most)
  for (let i = 0; i < counties.length; i += perBatch) {
    const nudges = counties
      .slice(i, i + perBatch)
      .map((county) => ({ body: { kind: 'tick' as const, county, at } }))
    await env.JOBS.sendBatch(nudges)
  }
}
