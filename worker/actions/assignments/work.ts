import type { AssignmentEventKind } from '../../../schema/api/assignments.ts'
import type { NewWork, NewWorkEvent, WorkRow } from '../../data/assignments.ts'
import { addWork, changeWork } from '../../data/assignments.ts'
import { newId } from '../../data/new-id.ts'
import type { Statement } from '../../data/statement.ts'
import { startClock } from '../../domain/assignments/clock.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import type { CountyContext } from '../context.ts'

/** Work that somebody is to owe: from whom, by when, and what gave rise to it. */
export type Owed = {
  id: string
  origin: WorkRow['origin']
  originId: string
  text: string
  lead: string
  assisting: readonly string[]
  township: string | null
  dueAt: Date
  /** Already done: noted, with no clock. */
  done?: boolean
}

/** What a batch needs so that a change of work takes place, and when the clock has to look at it (epoch ms). */
export type Change = { statements: Statement<unknown>[]; nextAt: number | null }
type Doing = Pick<CountyContext, 'db' | 'now' | 'member'>

/** Gives out work. The caller's batch carries the precondition, by `demand`, and makes the county due. */
export function assign(context: Doing, owed: readonly Owed[]): Change {
  const rows = owed.map((one) => workRow(context, one))
  const events = owed.map(({ id, lead, assisting, dueAt }) =>
    workEvent(context, id, 'assigned', null, { lead, assisting, dueAt: dueAt.toISOString() }),
  )
  const due = rows.flatMap(({ nextAt }) => (nextAt === null || nextAt === undefined ? [] : [nextAt]))
  return {
    statements: addWork(context.db, rows, events),
    nextAt: due.length > 0 ? Math.min(...due) : null,
  }
}

/** Hands work to somebody else; the clock runs on unless another time is given. */
export function transfer(
  context: Doing,
  work: WorkRow,
  to: { lead: string; assisting: readonly string[]; dueAt?: Date | undefined },
  note: string,
): Change {
  const { lead, assisting, dueAt } = to
  const clock = dueAt ? restarted(context, dueAt) : {}
  const set = { lead, assisting: [...assisting], ...clock }
  const detail = { from: work.lead, lead, assisting, ...(dueAt && { dueAt: dueAt.toISOString() }) }
  return changed(context, work, set, 'transferred', note, detail)
}

/** Moves the due time (`extended`), or takes up work that was done or dropped (`reopened`). */
export function resume(
  context: Doing,
  work: WorkRow,
  kind: 'extended' | 'reopened',
  dueAt: Date,
  note: string | null,
): Change {
  const set = { ...restarted(context, dueAt), state: 'open' as const, settledAt: null, settledBy: null }
  return changed(context, work, set, kind, note, { dueAt: dueAt.toISOString() })
}

/** Ends work: `done`, or `cancelled` where it turned out not to be called for. */
export function settle(
  context: Doing,
  work: WorkRow,
  kind: 'done' | 'cancelled',
  note: string | null,
): Change {
  const set = {
    ...{ state: kind, nextAt: null },
    ...{ settledAt: context.now.toISOString(), settledBy: context.member.id },
  }
  return changed(context, work, set, kind, note, {})
}

function changed(
  context: Doing,
  work: WorkRow,
  set: Partial<WorkRow>,
  kind: AssignmentEventKind,
  note: string | null,
  detail: Record<string, unknown>,
): Change {
  const event = workEvent(context, work.id, kind, note, detail)
  return { statements: changeWork(context.db, work.id, moved(work, set), event), nextAt: set.nextAt ?? null }
}

/** Without what stays and no clock touches: naming it writes every index it stands in anew. */
function moved({ state, lead, dueOn }: WorkRow, set: Partial<WorkRow>): Partial<WorkRow> {
  const { state: toState, lead: toLead, dueOn: toDay, ...rest } = set
  return {
    ...rest,
    ...(toState !== undefined && toState !== state && { state: toState }),
    ...(toLead !== undefined && toLead !== lead && { lead: toLead }),
    ...(toDay !== undefined && toDay !== dueOn && { dueOn: toDay }),
  }
}

function workRow(
  { now, member }: Doing,
  { id, origin, originId, text, lead, assisting, township, dueAt, done }: Owed,
): NewWork {
  const { nextAt } = startClock(now.getTime(), dueAt.getTime())
  return {
    ...{ id, origin, originId, text, lead, assisting: [...assisting], owner: null, township },
    ...{ dueOn: dayOf(dueAt), dueAt: dueAt.toISOString(), createdAt: now.toISOString(), level: 0 },
    ...{ state: done ? 'done' : 'open', nextAt: done ? null : nextAt },
    ...{ settledAt: done ? now.toISOString() : null, settledBy: done ? member.id : null },
  }
}

function workEvent(
  { now, member }: Doing,
  assignment: string,
  kind: AssignmentEventKind,
  note: string | null,
  detail: Record<string, unknown>,
): NewWorkEvent {
  const at = now.toISOString()
  return { id: newId(now.getTime()), assignment, kind, at, by: member.id, note, detail }
}

function restarted({ now }: Doing, dueAt: Date) {
  const { nextAt } = startClock(now.getTime(), dueAt.getTime())
  return { dueAt: dueAt.toISOString(), dueOn: dayOf(dueAt), nextAt, level: 0, overdueAt: null }
}
