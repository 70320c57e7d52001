import { and, eq } from 'drizzle-orm'
import { recordInterview } from '../../worker/actions/consequences/record-interview.ts'
import { complete } from '../../worker/actions/consequences/steps.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { publish } from '../../worker/actions/publication/publish.ts'
import { sendReport } from '../../worker/actions/reports/send-report.ts'
import { tick } from '../../worker/actions/tick.ts'
import type { Member } from '../../worker/domain/access/can.ts'
import type { Env } from '../../worker/env.ts'
import type { Report } from '../api/ranking.ts'
import { consequence, round } from '../tables/county.ts'
import { unlessDone } from './unless-done.ts'
import { type DemoReporters, type DemoVillage, demoReports } from './weeks.ts'

type Week = {
  villages: readonly DemoVillage[]
  reporters: DemoReporters
  seed: number
  /** Number of the week, from 1; with the seed it fixes the reports. */
  week: number
  opensAt: number
  length: number
}
type At = (time: number) => Promise<CountyContext>

const hour = 3_600_000

/** One week from opening to publication: the clock opens it, everybody reports, the clock closes it, the office publishes. */
export async function pastWeek(env: Env, at: At, week: Week): Promise<void> {
  const start = await at(week.opensAt + hour)
  await tick(env, start.county.id, start.now)
  const id = await roundClosing(start, week.opensAt + week.length)
  if ((await stateOf(start, id)) === 'open') {
    await report(
      await at(week.opensAt + week.length - 26 * hour),
      id,
      demoReports(week.villages, week.reporters, week.seed, week.week),
    )
  }
  const closing = await at(week.opensAt + week.length)
  await tick(env, closing.county.id, closing.now)
  const saturday = await at(week.opensAt + week.length + 15 * hour)
  await unlessDone(['round_published'], () => publish(saturday, id, {}))
}

/**
 * Everybody the published round calls for has been talked to or praised, three days after it closed. What was promised
 * in the last of these weeks is still owed; everything before is done with.
 */
export async function pastInterviews(at: At, week: Week, weeksAgo: number): Promise<void> {
  const tuesday = week.opensAt + week.length + 3 * 24 * hour
  const context = await at(tuesday + 15 * hour)
  const id = await roundClosing(context, week.opensAt + week.length)
  const open = and(eq(consequence.round, id), eq(consequence.state, 'proposed'))
  const waiting = await context.db.find(consequence, open, { pick: ['id', 'kind'] })
  const owed = weeksAgo === 1
  const dueOn = new Date(tuesday + 10 * 24 * hour).toISOString().slice(0, 10)
  for (const { id: action, kind } of waiting) {
    const praise = kind === 'commend'
    await recordInterview(context, action, {
      heldAt: new Date(tuesday).toISOString(),
      attendees: ['整治办', '有关责任人'],
      summary: praise
        ? '流动红旗送到村里，在全县通报表扬。'
        : '说明了本期三色榜的名次和失分原因，责任人表态限期整改。',
      commitments: owed && !praise ? [{ text: '清理主干道和房前屋后的积存垃圾', dueOn }] : [],
      followUpOn: null,
    })
    if (praise || !owed) await complete(context, action, {})
  }
}

/** The open week: the first seven townships, their groups and nobody else have reported so far. */
export async function thisWeek(env: Env, at: At, week: Week, now: number): Promise<void> {
  const context = await at(now)
  await tick(env, context.county.id, context.now)
  const id = await roundClosing(context, week.opensAt + week.length)
  const reports = demoReports(week.villages, week.reporters, week.seed, week.week)
  const early = [...new Set(week.villages.map(({ township }) => township))].slice(0, 7)
  const reporters = new Set([...early, ...early.map(week.reporters.groupOf)])
  await report(
    context,
    id,
    reports.filter(({ reporter }) => reporters.has(reporter)),
  )
}

async function report(context: CountyContext, id: string, reports: readonly Report[]): Promise<void> {
  for (const { source, reporter, entries } of reports) {
    const member = reportingFor(context.member, source, reporter)
    await sendReport({ ...context, member }, { round: id, source, reporter }, entries)
  }
}

/** A reporter of that township or unit, not the office on its behalf. */
function reportingFor({ id }: Member, source: string, reporter: string): Member {
  return source === 'township'
    ? { id, role: 'township_reporter', scope: { kind: 'township', id: reporter, township: reporter } }
    : { id, role: 'inspector', scope: { kind: 'unit', id: reporter, township: null } }
}

async function roundClosing({ db }: CountyContext, closesAt: number): Promise<string> {
  const [found] = await db.find(
    round,
    and(eq(round.board, 'demo-board'), eq(round.closesAt, new Date(closesAt).toISOString())),
    { pick: ['id'], orderBy: round.no, descending: true, limit: 1 },
  )
  if (!found)
    throw new Error(`the demo board has no round that closes at ${new Date(closesAt).toISOString()}`)
  return found.id
}

async function stateOf({ db }: CountyContext, id: string) {
  return (await db.first(round, eq(round.id, id), { pick: ['state'] }))?.state
}
