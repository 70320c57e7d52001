import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { ConsequenceState } from '../../schema/api/consequences.ts'
import type { ConsequenceKind } from '../../schema/api/ranking.ts'
import { assignment, consequence } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type ConsequenceRow = Row<typeof consequence>
export type AssignmentRow = Row<typeof assignment>

export type ConsequenceFilter = {
  kind?: ConsequenceKind | undefined
  state?: ConsequenceState | undefined
  round?: string | undefined
  /** Those of one township. */
  township?: string | undefined
  /** Those that concern one subject. */
  subject?: string | undefined
}

/** Consequences, newest first, before the id `before`. */
export async function listConsequences(
  db: CountyDb,
  filter: ConsequenceFilter,
  limit: number,
  before = '~',
): Promise<ConsequenceRow[]> {
  const { kind, state, round, township, subject } = filter
  const conditions: (SQL | undefined)[] = [
    lt(consequence.id, before),
    kind && eq(consequence.kind, kind),
    state && eq(consequence.state, state),
    round === undefined ? undefined : eq(consequence.round, round),
    township === undefined ? undefined : eq(consequence.township, township),
    subject === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${consequence.subjects}) where value = ${subject})`,
  ]
  return db.find(consequence, and(...conditions), { orderBy: consequence.id, descending: true, limit })
}

export async function findConsequence(db: CountyDb, id: string): Promise<ConsequenceRow | undefined> {
  return db.first(consequence, eq(consequence.id, id))
}

export function selectConsequencesOf(
  db: CountyDb,
  roundId: string,
): Statement<Pick<ConsequenceRow, 'id' | 'rule' | 'key' | 'state' | 'subjects' | 'reason'>> {
  const pick = ['id', 'rule', 'key', 'state', 'subjects', 'reason'] as const
  return db.select(consequence, eq(consequence.round, roundId), { pick })
}

/** What somebody owes after an interview, by the day it is due. */
export async function listAssignmentsOf(db: CountyDb, consequenceId: string): Promise<AssignmentRow[]> {
  const own = and(eq(assignment.origin, 'consequence'), eq(assignment.originId, consequenceId))
  return db.find(assignment, own, { orderBy: [assignment.dueOn, assignment.id], limit: 100 })
}

export async function findAssignment(db: CountyDb, id: string): Promise<AssignmentRow | undefined> {
  return db.first(assignment, eq(assignment.id, id))
}

/** Takes a holder's name out of every action that froze it for this post. */
export function eraseHolder(
  db: CountyDb,
  { post, area, holder }: { post: string; area: string; holder: string },
): Statement<ConsequenceRow> {
  const frozen = sql`json_extract(value, '$.post') = ${post} and json_extract(value, '$.area') = ${area}
    and json_extract(value, '$.holder') = ${holder}`
  const erased = sql`(select json_group_array(json(case when ${frozen} then json_set(value, '$.holder', null) else value end))
    from json_each(${consequence.posts}))`
  const named = sql`exists (select 1 from json_each(${consequence.posts}) where ${frozen})`
  return db.update(consequence, { posts: erased }, named)
}
