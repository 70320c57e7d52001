import { and, eq, inArray } from 'drizzle-orm'
import { demoField } from '../../../schema/demo/field.ts'
import { demoSheets } from '../../../schema/demo/inspections.ts'
import { demoPosts } from '../../../schema/demo/posts.ts'
import { type DemoVillage, demoVillages } from '../../../schema/demo/weeks.ts'
import { area, assignment, consequence, issue, round } from '../../../schema/tables/county.ts'
import { keepClock } from '../../../worker/actions/assignments/keep-clock.ts'
import { columnRule, setColumnRule } from '../../../worker/actions/columns/column-rule.ts'
import { keepColumns } from '../../../worker/actions/columns/keep-columns.ts'
import { setComplaintSetting } from '../../../worker/actions/complaints/setting.ts'
import { changeCommitment } from '../../../worker/actions/consequences/commitments.ts'
import { recordInterview } from '../../../worker/actions/consequences/record-interview.ts'
import { complete } from '../../../worker/actions/consequences/steps.ts'
import type { CountyContext } from '../../../worker/actions/context.ts'
import { adoptCatalogue } from '../../../worker/actions/issues/categories.ts'
import { keepRevisits } from '../../../worker/actions/issues/keep-revisits.ts'
import { fileObjection } from '../../../worker/actions/objections/file-objection.ts'
import { rule } from '../../../worker/actions/objections/rule.ts'
import { addTeam } from '../../../worker/actions/outreach/teams.ts'
import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { periodAround } from '../../../worker/domain/cadence/period.ts'
import { aFullBoard, type FullBoard } from '../full-board.ts'
import { openIssues, weekOfIssues } from './week-of-issues.ts'
import { aLetter, anArticle, weekOfWords } from './week-of-words.ts'

/** The office's context at some time (epoch ms). */
export type At = (time: number) => Promise<CountyContext>
/** How much of each happens in a week. */
export type WeekSize = { issues: number; inspections: number; complaints: number; walks: number }
/** A county that can begin to work: its board, its villages. */
export type Begun = { board: FullBoard; villages: DemoVillage[] }

export const day = 86_400_000
export const hour = 3_600_000

/** Everything a county sets up once. */
export async function beginCounty(at: At, time: number): Promise<Begun> {
  const context = await at(time)
  const board = await aFullBoard(context)
  const areas = await context.db.find(area, eq(area.level, 'village'), { orderBy: area.id })
  const villages = demoVillages(areas, 1)
  await demoPosts(context)
  await demoSheets(context)
  await adoptCatalogue(context, {})
  await setColumnRule(context, { ...(await columnRule(context.db)), public: true })
  await setComplaintSetting(context, { open: true, hotline: null })
  await addTeam(context, {
    id: 'team',
    name: '党员志愿服务队',
    area: villages[0]?.township ?? '',
    members: 30,
  })
  await demoField(context, villages)
  await anOldIssue(context, villages[0]?.id ?? '')
  return { board, villages }
}

/**
 * One week from its opening to the last of what it gave rise to, all by the actions people and the clock use: a round
 * ranked and published, its interviews held and their promises kept, issues found and closed, inspections, patrols,
 * bulletins, columns that have run out, complaints settled, a meeting and its task. Gives the round's id.
 */
export async function settledWeek(
  at: At,
  opensAt: number,
  { board, villages }: Begun,
  size: WeekSize,
): Promise<string> {
  const { id } = await board.week(await at(opensAt + hour), 1)
  const { db } = await at(opensAt)
  await db.write(db.update(round, { no: before.rounds }, eq(round.id, id)))
  await weekOfIssues(at, opensAt, villages, size, id)
  await publishedRound(at, id, opensAt + 7 * day, villages)
  await weekOfWords(at, opensAt, villages, size, id)
  const later = await at(opensAt + 21 * day)
  await keepClock(later)
  await keepRevisits(later)
  // The columns' articles stand for a month.
  await keepColumns(await at(opensAt + 60 * day))
  await db.write(db.remove(issue, eq(issue.no, before.issues)))
  return id
}

/** An issue and a round are numbered as if so many had been before: copies of the week go below. */
const before = { rounds: 300, issues: 100_000 }

async function anOldIssue({ db, now }: CountyContext, area: string): Promise<void> {
  const at = now.toISOString()
  await db.write(
    db.insert(issue, {
      ...{ id: newId(0), no: before.issues, category: 'pile-waste', severity: 1, source: 'superior', area },
      ...{ text: '', state: 'closed', settled: true, foundAt: at, foundBy: 'office', receivedAt: at },
      ...{ closedAt: at, digest: '' },
    }),
  )
}

async function publishedRound(at: At, id: string, closesAt: number, villages: readonly DemoVillage[]) {
  await closeRound(await at(closesAt - 1), id)
  const subject = villages[3]?.id ?? ''
  const filed = await fileObjection(await at(closesAt + hour), id, { subject, text: '照片拍的是邻村' })
  await rule(await at(closesAt + 2 * hour), filed.id, { upheld: false, reason: '经核实，照片确为本村' })
  await publish(await at(closesAt + 15 * hour), id, {})
  const context = await at(closesAt + 3 * day)
  const proposed = and(eq(consequence.round, id), eq(consequence.state, 'proposed'))
  for (const { id: action, kind } of await context.db.find(consequence, proposed, { pick: ['id', 'kind'] })) {
    const promised = kind === 'commend' ? [] : [{ text: '清理主干道', dueOn: dayAt(closesAt + 10 * day) }]
    await recordInterview(context, action, {
      heldAt: new Date(closesAt + 2 * day).toISOString(),
      ...{ attendees: ['整治办'], summary: '说明了本期的名次和失分原因。', commitments: promised },
      followUpOn: null,
    })
  }
  const kept = await at(closesAt + 8 * day)
  const owed = and(eq(assignment.origin, 'consequence'), eq(assignment.state, 'open'))
  for (const { id: promise } of await kept.db.find(assignment, owed, { pick: ['id'] }))
    await changeCommitment(kept, promise, { state: 'done' })
  const held = and(eq(consequence.round, id), inArray(consequence.stage, ['held']))
  for (const { id: action } of await kept.db.find(consequence, held, { pick: ['id'] }))
    await complete(kept, action, {})
}

export function dayAt(time: number): string {
  return new Date(time + 8 * hour).toISOString().slice(0, 10)
}

/**
 * What a county has before it, however long its past: last week's round published and nothing done about it yet, this
 * week's with every report in, issues and letters that wait. Gives both rounds' ids.
 */
export async function presentWeek(
  at: At,
  now: number,
  { board, villages }: Begun,
  open: number,
): Promise<{ published: string; open: string }> {
  const by = (time: number) => at(Math.min(time, now))
  const { opensAt } = periodAround(cadence, now)
  const last = await board.week(await by(opensAt - 7 * day + hour), 2)
  await closeRound(await by(opensAt - 1), last.id)
  await publish(await by(opensAt + 15 * hour), last.id, {})
  const current = await board.week(await at(now), 1)
  await openIssues(at, now, villages, open)
  for (const n of [2, 1]) await anArticle(at, now - n * hour, villages[n])
  for (const n of [2, 1]) await aLetter(at, now - n * hour, villages[n], n)
  return { published: last.id, open: current.id }
}

const cadence = { every: 'week', closesOn: 'friday', closesAt: '18:00' } as const

/** 18:00 in Shanghai on the last Friday before an instant: when the board's weeks begin. */
export function fridayBefore(time: number): number {
  return periodAround(cadence, time).opensAt
}
