import { and, eq, isNull } from 'drizzle-orm'
import { assignment, consequence } from '../../../schema/tables/county.ts'
import {
  type AssignmentRow,
  lapsedBy,
  noteEvent,
  selectLapsed,
  selectNextDue,
} from '../../data/commitments.ts'
import { newId } from '../../data/new-id.ts'
import type { Statement } from '../../data/statement.ts'
import { dayOf, endOf } from '../../domain/consequences/due-on.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Promises in one run; the rest waits for the next, which is at once. */
const most = 40
const never = Number.POSITIVE_INFINITY

/**
 * Notes each promise whose day has passed, once, and proposes that somebody looks again: an interview that was held
 * without a follow-up day gets today's. Gives the next instant (epoch ms) at which a promise lapses. A second run
 * changes nothing: every statement carries the precondition.
 */
export async function lapsePromises(context: CountyContext): Promise<number> {
  const { db, now } = context
  const [lapsed, [next]] = await db.together(
    selectLapsed(db, now.getTime(), most),
    selectNextDue(db, dayOf(now)),
  )
  if (lapsed.length > 0) await db.write(...lapsed.flatMap((promise) => lapse(context, promise)))
  if (lapsed.length === most) return now.getTime()
  return next ? endOf(next.dueOn) : never
}

function lapse(context: CountyContext, { id, originId, township }: AssignmentRow): Statement<unknown>[] {
  const { db, now, member } = context
  const still = and(eq(assignment.id, id), lapsedBy(now.getTime()), isNull(assignment.overdueAt))
  const waiting = still ?? eq(assignment.id, id)
  const lapses = db.exists(assignment, waiting)
  const held = and(eq(consequence.id, originId), eq(consequence.stage, 'held'), lapses)
  const unwatched = held ?? eq(consequence.id, originId)
  const at = now.toISOString()
  const on = dayOf(now)
  const event = { id: newId(now.getTime()), assignment: id, kind: 'overdue' as const, at, by: member.id }
  const detail = { promise: id, township, on }
  return [
    noteEvent(db, { ...event, note: null, detail: {} }, lapses),
    record(context, 'consequence.follow_up', originId, detail, db.exists(consequence, unwatched)),
    db.update(consequence, { followUpOn: on }, unwatched),
    record(context, 'assignment.overdue', id, {}, lapses),
    db.update(assignment, { overdueAt: at, nextAt: null }, waiting),
  ]
}
