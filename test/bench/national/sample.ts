import { eq } from 'drizzle-orm'
import { report } from '../../../schema/tables/county.ts'
import type { CountyContext } from '../../../worker/actions/context.ts'
import { publish } from '../../../worker/actions/publication/publish.ts'
import { sendReport } from '../../../worker/actions/reports/send-report.ts'
import { systemContext, tick } from '../../../worker/actions/tick.ts'
import { type Cost, noCost } from '../../../worker/data/meter.ts'
import type { Env } from '../../../worker/env.ts'
import { type Metered, meteredEnv } from './metered.ts'
import type { NationalCounty } from './seed.ts'
import { seedRound } from './seed-county.ts'

const hour = 3_600_000

/** What a county's week costs the databases and the queue, step by step. */
export type WeekCost = { reports: number; report: Metered; close: Metered; publish: Metered }

/**
 * The week of some counties, step by step in this process on the host's databases, everything counted; the averages.
 * A report is the drone's, the widest; the clock's look that follows a step belongs to it.
 */
export async function sampledWeek(
  env: Env,
  counties: readonly NationalCounty[],
  closesAt: number,
): Promise<WeekCost> {
  const weeks: WeekCost[] = []
  for (const { id } of counties) weeks.push(await weekOf(env, id, closesAt))
  const mean = (pick: (week: WeekCost) => Metered) => meanOf(weeks.map(pick))
  return {
    reports: weeks.reduce((sum, { reports }) => sum + reports, 0) / weeks.length,
    report: mean((week) => week.report),
    close: mean((week) => week.close),
    publish: mean((week) => week.publish),
  }
}

async function weekOf(plain: Env, county: string, closesAt: number): Promise<WeekCost> {
  const before = await contextIn(plain, county, closesAt)
  const reports = await before.db.find(report, eq(report.round, seedRound))
  const flown = reports.find(({ source }) => source === 'drone')
  if (!flown) throw new Error('no drone has flown')
  const { source, reporter } = flown
  const entries = flown.entries.map((entry) => ({ ...entry, value: entry.value + 1 }))
  const place = { round: seedRound, source, reporter }
  return {
    reports: reports.length,
    report: await costOf(plain, async (env) => {
      await sendReport(await contextIn(env, county, closesAt - hour), place, entries)
      await tick(env, county, new Date(closesAt - hour))
    }),
    close: await costOf(plain, (env) => tick(env, county, new Date(closesAt))),
    publish: await costOf(plain, async (env) => {
      await publish(await contextIn(env, county, closesAt + hour), seedRound, {})
      await tick(env, county, new Date(closesAt + hour))
    }),
  }
}

async function costOf(plain: Env, work: (env: Env) => Promise<unknown>): Promise<Metered> {
  const { env, spent } = meteredEnv(plain)
  await work(env)
  return spent
}

async function contextIn(env: Env, county: string, now: number): Promise<CountyContext> {
  const context = await systemContext(env, county, new Date(now))
  if (!context) throw new Error(`there is no county ${county}`)
  return context
}

function meanOf(all: readonly Metered[]): Metered {
  const mean = (pick: (of: Metered) => Cost): Cost => {
    const sum = noCost()
    for (const one of all) {
      for (const name of Object.keys(sum) as (keyof Cost)[]) sum[name] += pick(one)[name] / all.length
    }
    return sum
  }
  return {
    control: mean(({ control }) => control),
    shard: mean(({ shard }) => shard),
    messages: all.reduce((sum, { messages }) => sum + messages, 0) / all.length,
  }
}
