import { and, eq, type SQL } from 'drizzle-orm'
import { assignment, assignmentEvent } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type WorkRow = Row<typeof assignment>
export type NewWork = New<typeof assignment>
export type NewWorkEvent = New<typeof assignmentEvent>

/** Adds assignments and what happened to them first. */
export function addWork(
  db: CountyDb,
  work: readonly NewWork[],
  events: readonly NewWorkEvent[],
): Statement<unknown>[] {
  return [...db.insertAll(assignment, work), ...db.insertAll(assignmentEvent, events)]
}

/** Changes an assignment and notes it; `when` is a precondition of both. */
export function changeWork(
  db: CountyDb,
  id: string,
  set: { [K in keyof WorkRow]?: WorkRow[K] | SQL },
  event: NewWorkEvent,
): Statement<unknown>[] {
  return [db.update(assignment, set, eq(assignment.id, id)), db.insert(assignmentEvent, event)]
}

/** Everything that happened to an assignment. */
export function selectWorkEvents(db: CountyDb, id: string): Statement<Row<typeof assignmentEvent>> {
  return db.select(assignmentEvent, eq(assignmentEvent.assignment, id), {
    orderBy: assignmentEvent.id,
    limit: 500,
  })
}

export function selectWork(db: CountyDb, origin: WorkRow['origin'], originId: string): Statement<WorkRow> {
  return db.select(assignment, and(eq(assignment.origin, origin), eq(assignment.originId, originId)), {
    limit: 100,
  })
}
