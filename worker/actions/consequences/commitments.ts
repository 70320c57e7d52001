import { and, eq, ne, sql } from 'drizzle-orm'
import type { Assignment, AssignmentChange } from '../../../schema/api/assignments.ts'
import { assignment } from '../../../schema/tables/county.ts'
import { findAssignment, listAssignmentsOf } from '../../data/consequences.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireConsequence } from './require-consequence.ts'

/** What was promised in an interview, by the day it is due. Errors: not_found, forbidden. */
export async function commitmentsOf(
  context: Pick<CountyContext, 'db' | 'member'>,
  consequenceId: string,
): Promise<Assignment[]> {
  await requireConsequence(context, consequenceId, 'consequence.read')
  return listAssignmentsOf(context.db, consequenceId)
}

/** Ticks a promise off, or opens it again; saying so twice changes nothing. Errors: not_found, forbidden. */
export async function changeCommitment(
  context: CountyContext,
  id: string,
  { state }: AssignmentChange,
): Promise<Assignment> {
  const { db } = context
  const found = await findAssignment(db, id)
  if (found?.origin !== 'consequence') throw new Problem('not_found')
  await requireConsequence(context, found.originId, 'consequence.write')
  const other = and(eq(assignment.id, id), ne(assignment.state, state)) ?? eq(assignment.id, id)
  const [[changed]] = await db.write(
    db.update(assignment, { state }, other),
    record(context, 'assignment.change', id, { state }, sql`changes() > 0`),
  )
  return changed ?? { ...found, state }
}
