import { and, eq, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { ConsequenceState, Stage } from '../../schema/api/consequences.ts'
import type { ConsequenceKind } from '../../schema/api/ranking.ts'
import { assignment, consequence } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type ConsequenceRow = Row<typeof consequence>

export type ConsequenceFilter = {
  kind?: ConsequenceKind | undefined
  state?: ConsequenceState | undefined
  stage?: Stage | undefined
  round?: string | undefined
  /** Those of one township. */
  township?: string | undefined
  /** Those of the township that the member's reach ends at. */
  within?: string | undefined
  /** Those that concern one subject. */
  subject?: string | undefined
}

/** Consequences, newest first, before the id `before`. */
export function selectConsequences(
  db: CountyDb,
  filter: ConsequenceFilter,
  limit: number,
  before = '~',
): Statement<ConsequenceRow> {
  const { kind, state, stage, round, township, within, subject } = filter
  const conditions: (SQL | undefined)[] = [
    lt(consequence.id, before),
    kind && eq(consequence.kind, kind),
    state && eq(consequence.state, state),
    stage && eq(consequence.stage, stage),
    round === undefined ? undefined : eq(consequence.round, round),
    township === undefined ? undefined : eq(consequence.township, township),
    within === undefined ? undefined : eq(consequence.township, within),
    subject === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${consequence.subjects}) where value = ${subject})`,
  ]
  return db.select(consequence, and(...conditions), { orderBy: consequence.id, descending: true, limit })
}

export async function findConsequence(db: CountyDb, id: string): Promise<ConsequenceRow | undefined> {
  return db.first(consequence, eq(consequence.id, id))
}

export function selectConsequencesOf(
  db: CountyDb,
  roundId: string,
): Statement<Pick<ConsequenceRow, 'id' | 'rule' | 'key' | 'state' | 'subjects' | 'reason' | 'cancelledBy'>> {
  const pick = ['id', 'rule', 'key', 'state', 'subjects', 'reason', 'cancelledBy'] as const
  return db.select(consequence, eq(consequence.round, roundId), { pick })
}

/** Those of some rounds that praise, as far as they stand. */
export function selectCommended(
  db: CountyDb,
  rounds: readonly string[],
): Statement<Pick<ConsequenceRow, 'id' | 'round' | 'subjects'>> {
  const ofRounds = sql`${consequence.round} in (select value from json_each(${JSON.stringify(rounds)}))`
  const standing = and(ofRounds, eq(consequence.kind, 'commend'), ne(consequence.state, 'cancelled'))
  return db.select(consequence, standing, { pick: ['id', 'round', 'subjects'] })
}

/** The condition that an assignment is a promise made in this interview. */
export function promisesOf(consequenceId: string): SQL {
  const own = eq(assignment.originId, consequenceId)
  return and(eq(assignment.origin, 'consequence'), own) ?? own
}

/** How many promises of these interviews are in which state, and when the first of them is due. */
export function countPromises(
  db: CountyDb,
  consequences: readonly string[],
): Statement<{ consequence: string; state: string; n: number; dueOn: string }> {
  const ids = JSON.stringify(consequences)
  return {
    sql: sql`select originId, state, count(*) as n, min(dueOn) as dueOn from ${assignment}
      where county = ${db.county} and origin = 'consequence' and originId in (select value from json_each(${ids}))
      group by originId, state`,
    decode: (raw) => ({
      consequence: String(raw.originId),
      state: String(raw.state),
      n: Number(raw.n),
      dueOn: String(raw.dueOn),
    }),
  }
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
