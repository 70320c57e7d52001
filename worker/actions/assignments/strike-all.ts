import { assignmentEvent, issueEvent } from '../../../schema/tables/county.ts'
import type { New } from '../../data/county-db.ts'
import { countIn } from '../../data/issues.ts'
import { selectNamesOf } from '../../data/names.ts'
import { newId } from '../../data/new-id.ts'
import { addNotices, type NewNotice } from '../../data/notices.ts'
import { postsIn } from '../../data/posts.ts'
import {
  allMoved,
  type ClockCategory,
  type DueWork,
  markOverdue,
  moveClocks,
  type Struck,
  selectClockCategories,
} from '../../data/work-clock.ts'
import { type Striking, strike } from '../../domain/assignments/clock.ts'
import { endOf } from '../../domain/consequences/due-on.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { noticesOf, type Ringing } from './clock-notices.ts'

/**
 * What has come due for this work by now: events, notices and where each clock stands, in one batch that holds only
 * while all of it is as it was read (else NotAsRead). Gives the failures of work whose category cannot be read, which
 * is left alone.
 */
export async function strikeAll(context: CountyContext, due: readonly DueWork[]): Promise<unknown[]> {
  const { db, now } = context
  const [found] = await db.together(
    selectClockCategories(db, [...new Set(due.flatMap(({ category }) => category ?? []))]),
  )
  const failures = found.flatMap((one) => ('unreadable' in one ? [one.unreadable] : []))
  const categories = new Map(found.flatMap((one) => ('unreadable' in one ? [] : [[one.id, one] as const])))
  const sound = due.filter(({ category }) => category === null || categories.has(category))
  const ringing = sound.map((work) => ring(work, categories, now))
  if (ringing.length === 0) return failures
  const notices = await withHolders(context, ringing)
  const overdue = ringing.filter(({ strikes }) => strikes.some(({ kind }) => kind === 'overdue'))
  const ofIssues = overdue.filter(({ work }) => work.origin === 'issue')
  const struck = ringing.map(({ struck: one }) => one)
  await db.write(
    moveClocks(db, struck),
    db.demand(allMoved(struck)),
    ...db.insertAll(assignmentEvent, ringing.flatMap(workEvents)),
    ...markOverdue(
      db,
      ofIssues.map(({ work, struck: one }) => ({
        ...{ id: work.originId, overdueAt: one.overdueAt ?? '', deferred: work.deferred },
      })),
    ),
    ...db.insertAll(issueEvent, ringing.flatMap(issueEvents)),
    ...addNotices(db, notices),
    ...countIn(
      db,
      ofIssues.map(({ work }) => ({ township: work.township, open: 0, overdue: 1, awaiting: 0 })),
    ),
    record(context, 'assignment.clock', context.county.id, countOf(ringing)),
  )
  return failures
}

function ring(work: DueWork, categories: ReadonlyMap<string, ClockCategory>, now: Date): Ringing {
  const category = work.category === null ? undefined : categories.get(work.category)
  const dueAt = work.dueAt === null ? endOf(work.dueOn) : Date.parse(work.dueAt)
  const overdueAt = work.overdueAt === null ? null : Date.parse(work.overdueAt)
  const clock = { dueAt, nextAt: work.nextAt, overdueAt, level: work.level }
  const { strikes, clock: after } = strike(clock, category?.escalation ?? [], now.getTime())
  const struck: Struck = {
    ...{ id: work.id, was: work.nextAt, nextAt: after.nextAt, level: after.level },
    overdueAt: after.overdueAt === null ? null : new Date(after.overdueAt).toISOString(),
  }
  return { work, category, strikes, struck, dueAt }
}

/** One read for the names and holders that all these notices need. */
async function withHolders({ db, now }: CountyContext, ringing: readonly Ringing[]): Promise<NewNotice[]> {
  const areas = [...new Set(ringing.flatMap(({ work }) => [work.village ?? [], work.township ?? []].flat()))]
  const [names] = await db.together(selectNamesOf(db, areas))
  const holders = await postsIn(db, areas)
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return ringing.flatMap((one) => noticesOf(one, holders, byId, now))
}

function workEvents({ work, strikes }: Ringing): New<typeof assignmentEvent>[] {
  return strikes.map((one) => ({ ...eventOf(one), assignment: work.id }))
}

/** A reminder is no part of an issue's history; that it ran late is. */
function issueEvents({ work, strikes }: Ringing): New<typeof issueEvent>[] {
  if (work.origin !== 'issue') return []
  return strikes.flatMap((one) => {
    const { kind, ...event } = eventOf(one)
    if (kind === 'reminded') return []
    const nobody = { deviceAt: null, role: null, scope: null, digest: null }
    return [{ ...event, kind, issue: work.originId, ...nobody }]
  })
}

function eventOf(one: Striking) {
  const detail: Record<string, unknown> = one.kind === 'escalated' ? { post: one.step.post } : {}
  const at = new Date(one.at).toISOString()
  return { id: newId(one.at), kind: one.kind, at, by: 'system', note: null, detail }
}

function countOf(ringing: readonly Ringing[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of ringing.flatMap(({ strikes }) => strikes)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
