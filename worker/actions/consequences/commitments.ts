import { and, eq, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type {
  Assignment,
  AssignmentChange,
  Commitment,
  CommitmentQuery,
  ListedCommitment,
} from '../../../schema/api/assignments.ts'
import { assignment } from '../../../schema/tables/county.ts'
import {
  type AssignmentEventRow,
  type AssignmentRow,
  type CommitmentFilter,
  findAssignment,
  noteEvent,
  selectCommitments,
  selectCommitmentsOf,
  selectEvents,
  selectInterviews,
  selectNames,
} from '../../data/commitments.ts'
import { selectConsequence } from '../../data/consequences.ts'
import { idsIn } from '../../data/found-ids.ts'
import { newId } from '../../data/new-id.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { endOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { consequenceFor, requireConsequence } from './require-consequence.ts'

type Reading = Pick<CountyContext, 'db' | 'member'>

/** What was promised in an interview, by the day it is due. Errors: not_found, forbidden. */
export async function commitmentsOf({ db, member }: Reading, consequenceId: string): Promise<Commitment[]> {
  const own = selectCommitmentsOf(db, consequenceId)
  const [[found], rows, events] = await db.together(
    selectConsequence(db, consequenceId),
    own,
    selectEvents(db, idsIn(own, ['id'])),
  )
  consequenceFor(member, 'consequence.read', found)
  return rows.map((row) => commitmentOf(row, events))
}

/** The checklist: promises of all interviews within reach, by the day they are due. One round trip. */
export async function commitmentsInReach(
  { db, member }: Reading,
  { cursor, limit = 100, ...filter }: z.infer<typeof CommitmentQuery>,
): Promise<{ items: ListedCommitment[]; nextCursor: string | null }> {
  const wanted = { ...filter, ...reachOf(member) }
  const page = selectCommitments(db, wanted, limit + 1, cursor)
  const [rows, events, interviews, areas] = await db.together(
    page,
    selectEvents(db, idsIn(page, ['id'])),
    selectInterviews(db, idsIn(page, ['originId'])),
    selectNames(db, idsIn(page, ['lead', 'township'], ['assisting'])),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor = rows.length > limit && last ? `${last.dueOn}.${last.id}` : null
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const byId = new Map(interviews.map((interview) => [interview.id, interview]))
  const items = shown.flatMap((row): ListedCommitment[] => {
    const made = byId.get(row.originId)
    if (!made) return []
    const { id, kind, stage, followUpOn, township, subjects } = made
    const interview = {
      ...{ id, kind, stage: stage ?? 'held', followUpOn },
      townshipName: township === null ? null : nameOf(township),
      subjectNames: subjects.map(nameOf),
    }
    return [{ ...commitmentOf(row, events), interview }]
  })
  return { items, nextCursor }
}

/** Ticks a promise off, or opens it again; saying so twice changes nothing. Errors: not_found, forbidden. */
export async function changeCommitment(
  context: CountyContext,
  id: string,
  { state, note }: AssignmentChange,
): Promise<Assignment> {
  const { db, now, member } = context
  const found = await findAssignment(db, id)
  if (found?.origin !== 'consequence') throw new Problem('not_found')
  await requireConsequence(context, found.originId, 'consequence.write')
  const other = and(eq(assignment.id, id), ne(assignment.state, state)) ?? eq(assignment.id, id)
  const at = now.toISOString()
  const done = state === 'done'
  const set = {
    ...{ state, settledAt: done ? at : null, settledBy: done ? member.id : null },
    // What was overdue before is not overdue a second time.
    nextAt: done || found.overdueAt !== null ? null : endOf(found.dueOn),
  }
  const event = {
    ...{ id: newId(now.getTime()), assignment: id, kind: done ? ('done' as const) : ('reopened' as const) },
    ...{ at, by: member.id, note: note ?? null, detail: { role: member.role } },
  }
  if (set.nextAt !== null) await dueBy(context, set.nextAt)
  const [, [changed]] = await db.write(
    noteEvent(db, event, db.exists(assignment, other)),
    db.update(assignment, set, other),
    record(context, 'assignment.change', id, { state }, sql`changes() > 0`),
  )
  return assignmentOf(changed ?? { ...found, state })
}

/** A township's members see what is owed in their township, a village's what it owes itself. */
function reachOf(member: Member): CommitmentFilter {
  if (can(member, 'consequence.read', {})) return {}
  const { kind, id, township } = member.scope
  if (kind === 'township') return { within: id ?? '' }
  return { owedBy: id ?? '', ...(township === null ? {} : { within: township }) }
}

function assignmentOf(row: AssignmentRow): Assignment {
  const { id, origin, originId, text, lead, assisting, owner, dueOn, state, createdAt } = row
  return { id, origin, originId, text, lead, assisting, owner, dueOn, state, createdAt }
}

function commitmentOf(row: AssignmentRow, events: readonly AssignmentEventRow[]): Commitment {
  const { township, overdueAt, settledAt } = row
  const own = events.filter(({ assignment: of }) => of === row.id)
  return {
    ...{ ...assignmentOf(row), township, overdueAt, settledAt },
    events: own.map(({ id, kind, at, by, note, detail }) => ({ id, kind, at, by, note, detail })),
  }
}
