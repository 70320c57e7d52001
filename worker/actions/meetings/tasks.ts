import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Task, TaskChange, TaskQuery } from '../../../schema/api/outreach.ts'
import { assignment } from '../../../schema/tables/county.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectMeeting, selectTask, selectTasks, type TaskRow } from '../../data/meetings.ts'
import { selectNamesOf } from '../../data/names.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { endOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import { resume, settle } from '../assignments/work.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { requireCan } from '../require.ts'

/** Tasks that meetings gave, by the day they are due: all, one's own township's, or those one leads. One round trip. */
export async function tasksInReach(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { cursor, limit = 50, state = 'open' }: z.infer<typeof TaskQuery>,
): Promise<{ items: Task[]; nextCursor: string | null }> {
  const filter = { state, ...reachOf(member) }
  const page = selectTasks(db, filter, limit + 1, cursor)
  const [rows, names] = await db.together(page, selectNamesOf(db, idsIn(page, ['lead'])))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return {
    items: shown.map((row) => taskOf(row, row.meetingTitle, byId)),
    nextCursor: rows.length > limit && last ? `${last.dueOn}.${last.id}` : null,
  }
}

/** Ticks a task off, or opens it again; saying so twice changes nothing. Errors: not_found, forbidden, conflict. */
export async function changeTask(
  context: CountyContext,
  id: string,
  { state, note }: TaskChange,
): Promise<Task> {
  const { db, member } = context
  const [[found]] = await db.together(selectTask(db, id))
  const place = { township: found?.township ?? null, village: found?.lead ?? null, unit: found?.lead ?? null }
  if (!found || !can(member, 'task.read', place)) throw new Problem('not_found')
  requireCan(member, 'task.settle', place)
  if (found.state === 'cancelled') throw new Problem('conflict')
  if (found.state !== state) {
    const dueAt = new Date(endOf(found.dueOn))
    const change =
      state === 'done'
        ? settle(context, found, 'done', note ?? null)
        : resume(context, found, 'reopened', dueAt, note ?? null)
    if (change.nextAt !== null) await dueBy(context, change.nextAt)
    const other = and(eq(assignment.id, id), ne(assignment.state, state))
    await db
      .write(
        db.demand(db.exists(assignment, other ?? eq(assignment.id, id))),
        ...change.statements,
        record(context, 'task.change', id, { state }),
      )
      .catch((error: unknown) => {
        // Somebody else was quicker to say the same.
        if (!(error instanceof NotAsRead)) throw error
      })
  }
  const [[now], [meeting], names] = await db.together(
    selectTask(db, id),
    selectMeeting(db, found.originId),
    selectNamesOf(db, [found.lead]),
  )
  return taskOf(now ?? found, meeting?.title ?? '', new Map(names.map((one) => [one.id, one.name])))
}

function taskOf(
  { id, text, lead, dueOn, state, overdueAt, originId }: TaskRow,
  meetingTitle: string,
  names: ReadonlyMap<string, string>,
): Task {
  const leadName = lead === null ? null : (names.get(lead) ?? lead)
  return {
    id,
    text,
    meeting: originId,
    meetingTitle,
    lead,
    leadName,
    dueOn,
    state,
    overdue: overdueAt !== null,
  }
}

function reachOf(member: Member): { lead?: string; township?: string } {
  if (can(member, 'task.read', {})) return {}
  const { kind, id } = member.scope
  return { lead: id ?? '', ...(kind === 'township' ? { township: id ?? '' } : {}) }
}
