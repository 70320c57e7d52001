import type { ScheduledController } from '@cloudflare/workers-types'
import { countiesToSeal } from '../actions/audit-log/counties-to-seal.ts'
import { clearAtNight } from '../actions/privacy/clear-control.ts'
import { ControlDb } from '../data/control-db.ts'
import { dueCounties, makeAllDue } from '../data/due-clock.ts'
import { noteVitalSign, readVitalSign } from '../data/vital-signs.ts'
import type { Env } from '../env.ts'
import type { Job } from '../jobs/job.ts'

const most = 5000
const perBatch = 100
const hour = 3_600_000

/**
 * Every cron does the same: asks the due clock which counties have work by now and nudges each with one message, and
 * once a night those whose audit wants sealing. What is due stays due until it is done, so a missed or doubled cron
 * loses and repeats nothing. Where the clock had run ahead and was set right, every county is looked at anew.
 */
export async function onSchedule(controller: ScheduledController, env: Env): Promise<void> {
  const at = controller.scheduledTime
  const control = new ControlDb(env.CONTROL)
  const last = await readVitalSign(control, 'cron')
  if (last && last.at - at > hour) await makeAllDue(control, at)
  await control.run(noteVitalSign('cron', at))
  const due = await dueCounties(control, at, most)
  await send(
    env,
    due.map((county) => ({ kind: 'tick', county, at })),
  )
  const { counties, done } = await countiesToSeal(env, control, at)
  await send(
    env,
    counties.map((county) => ({ kind: 'seal', county, at })),
  )
  await clearAtNight(control, at)
  await done()
}

async function send(env: Env, jobs: readonly Job[]): Promise<void> {
  for (let i = 0; i < jobs.length; i += perBatch) {
    await env.JOBS.sendBatch(jobs.slice(i, i + perBatch).map((body) => ({ body })))
  }
}
