import { and, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { AssignmentEventKind } from '../../schema/api/assignments.ts'
import type { AssignmentState } from '../../schema/api/consequences.ts'
import { area, assignment, assignmentEvent, consequence } from '../../schema/tables/county.ts'
import { promisesOf } from './consequences.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import type { Statement } from './statement.ts'

/** What was promised in interviews: the assignments whose origin is a consequence, and their events. */
export type AssignmentRow = Row<typeof assignment>
export type AssignmentEventRow = Row<typeof assignmentEvent>

export type CommitmentFilter = {
  state?: AssignmentState | undefined
  /** Calendar days, both included. */
  dueFrom?: string | undefined
  dueBy?: string | undefined
  township?: string | undefined
  /** The township that the member's reach ends at. */
  within?: string | undefined
  /** Those that an area leads or assists in. */
  owedBy?: string | undefined
}

/** What somebody owes after one interview, by the day it is due. */
export function selectCommitmentsOf(db: CountyDb, consequenceId: string): Statement<AssignmentRow> {
  return db.select(assignment, promisesOf(consequenceId), {
    orderBy: [assignment.dueOn, assignment.id],
    limit: 100,
  })
}

export async function findAssignment(db: CountyDb, id: string): Promise<AssignmentRow | undefined> {
  return db.first(assignment, eq(assignment.id, id))
}

/** Commitments of all interviews by the day they are due, after the cursor `2026-03-06.id`. */
export function selectCommitments(
  db: CountyDb,
  filter: CommitmentFilter,
  limit: number,
  after?: string,
): Statement<AssignmentRow> {
  const { state = 'open', dueFrom, dueBy, township, within, owedBy } = filter
  const [day = '', id = ''] = after?.split('.') ?? []
  const conditions: (SQL | undefined)[] = [
    eq(assignment.origin, 'consequence'),
    eq(assignment.state, state),
    after === undefined ? undefined : sql`(${assignment.dueOn}, ${assignment.id}) > (${day}, ${id})`,
    dueFrom === undefined ? undefined : gte(assignment.dueOn, dueFrom),
    dueBy === undefined ? undefined : lte(assignment.dueOn, dueBy),
    township === undefined ? undefined : eq(assignment.township, township),
    within === undefined ? undefined : eq(assignment.township, within),
    owedBy === undefined
      ? undefined
      : sql`${assignment.lead} = ${owedBy} or exists (select 1 from json_each(${assignment.assisting}) where value = ${owedBy})`,
  ]
  const joined = conditions.flatMap((one) => (one ? [sql`(${one})`] : []))
  return db.select(assignment, sql.join(joined, sql` and `), {
    orderBy: [assignment.dueOn, assignment.id],
    limit,
  })
}

/** Everything that happened to some assignments, in order. */
export function selectEvents(db: CountyDb, assignments: Ids): Statement<AssignmentEventRow> {
  const theirs = sql`${assignmentEvent.assignment} in ${listOf(assignments)}`
  return db.select(assignmentEvent, theirs, { orderBy: [assignmentEvent.assignment, assignmentEvent.id] })
}

/** The interviews that some promises were made in. */
export function selectInterviews(
  db: CountyDb,
  ids: Ids,
): Statement<
  Pick<Row<typeof consequence>, 'id' | 'kind' | 'township' | 'subjects' | 'followUpOn' | 'stage'>
> {
  const those = sql`${consequence.id} in ${listOf(ids)}`
  return db.select(consequence, those, {
    pick: ['id', 'kind', 'township', 'subjects', 'followUpOn', 'stage'],
  })
}

/** Names of areas as they are today. */
export function selectNames(
  db: CountyDb,
  ids: Ids,
): Statement<{ id: string; name: string; parent: string | null }> {
  const those = sql`${area.id} in ${listOf(ids)}`
  return db.select(area, those, { pick: ['id', 'name', 'parent'] })
}

/** One step of an assignment; `when` repeats the precondition of the change it stands beside. */
export function noteEvent(
  db: CountyDb,
  event: Omit<New<typeof assignmentEvent>, 'kind'> & { kind: AssignmentEventKind },
  when: SQL,
): Statement<AssignmentEventRow> {
  return db.insert(assignmentEvent, event, { when })
}

/** Promises whose day has passed without the clock having said so; at most `limit`, by the clock's own index. */
export function selectLapsed(db: CountyDb, now: number, limit: number): Statement<AssignmentRow> {
  // The plus keeps the planner from the index by origin, which holds every open promise.
  const lapsed = and(lapsedBy(now), sql`+${assignment.origin} = 'consequence'`)
  return db.select(assignment, lapsed, { limit })
}

/** The condition that an open assignment's day has passed and nothing has been noted. */
export function lapsedBy(now: number): SQL {
  const due = lte(assignment.nextAt, now)
  return and(eq(assignment.state, 'open'), due) ?? due
}

/** The day on which the next open promise is due, from `today` on. */
export function selectNextDue(db: CountyDb, today: string): Statement<{ dueOn: string }> {
  const ahead = and(
    eq(assignment.origin, 'consequence'),
    eq(assignment.state, 'open'),
    gte(assignment.dueOn, today),
  )
  return db.select(assignment, ahead, { pick: ['dueOn'], orderBy: assignment.dueOn, limit: 1 })
}
