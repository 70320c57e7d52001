import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { ConsequenceState, Stage } from '../../schema/api/consequences.ts'
import type { ConsequenceKind } from '../../schema/api/ranking.ts'
import { assignment, consequence, round } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import { newestOfRuns } from './newest-of-runs.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

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

/**
 * Consequences, newest first, before the id `before`: a round's by the key, otherwise those of a township, those of a
 * stage, or all. A state is a stage or a few: a page of each, and of those the newest.
 */
export function selectConsequences(
  db: CountyDb,
  filter: ConsequenceFilter,
  limit: number,
  before = '~',
): Statement<ConsequenceRow> {
  const { state, stage, township, within } = filter
  const those = (of = stage): Statement<ConsequenceRow> => {
    const one = { ...filter, stage: of }
    const index = indexFor(one)
    const wanted = filtered(db, one, before) ?? sql`true`
    const found = index ? sql`indexed by ${sql.identifier(index)} where (${wanted})` : sql`where (${wanted})`
    const rows =
      index === 'consequence_stage' && filter.kind === undefined
        ? sql`where id in (${newestOfStage(db, one, limit, before)})`
        : found
    return {
      sql: sql`select ${columnsOf(consequence)} from ${consequence} ${rows}
        and ${consequence.county} = ${db.county} order by ${consequence.id} desc limit ${limit}`,
      decode: (raw) => decodeRow(consequence, raw) as ConsequenceRow,
    }
  }
  const narrow = stage ?? filter.round ?? township ?? within
  if (state === undefined || narrow !== undefined) return those()
  const pages = stagesOf[state].map((of) => sql`select * from (${those(of).sql})`)
  const { decode } = those()
  return {
    sql: sql`select * from (${sql.join(pages, sql` union all `)}) order by id desc limit ${limit}`,
    decode,
  }
}

/**
 * Left to itself SQLite walks the key, whose order is the page's, past all that the filter leaves out. A township's are
 * few beside all that are done, and many beside those that wait.
 */
function indexFor({ round: of, stage, township, within }: ConsequenceFilter): string | undefined {
  if (of !== undefined) return undefined
  const placed = (township ?? within) !== undefined
  if (stage !== undefined && (!placed || waiting.has(stage))) return 'consequence_stage'
  return placed ? 'consequence_township' : undefined
}

/** A stage's newest of all kinds: its index tells the kinds apart, so that those of one are found at once. */
function newestOfStage(db: CountyDb, filter: ConsequenceFilter, limit: number, before: string): SQL {
  const { stage, ...others } = filter
  const rest = filtered(db, others)
  const within = sql`county = ${db.county} and stage = ${stage}`
  const runs = { table: consequence, index: 'consequence_stage', within, by: 'kind', rest }
  return newestOfRuns(runs, limit, sql`${before}`)
}

const waiting: ReadonlySet<Stage> = new Set(['proposed', 'scheduled', 'paused', 'follow_up'])

const stagesOf: Record<ConsequenceState, readonly Stage[]> = {
  proposed: ['proposed', 'scheduled'],
  paused: ['paused'],
  cancelled: ['cancelled'],
  recorded: ['held', 'follow_up', 'done'],
}

function filtered(
  db: CountyDb,
  { kind, state, stage, round: of, township, within, subject }: ConsequenceFilter,
  before?: string,
): SQL | undefined {
  return and(
    kind && eq(consequence.kind, kind),
    state && eq(consequence.state, state),
    stage && eq(consequence.stage, stage),
    of !== undefined
      ? ofRound(db, of, before)
      : before === undefined
        ? undefined
        : lt(consequence.id, before),
    township === undefined ? undefined : eq(consequence.township, township),
    within === undefined ? undefined : eq(consequence.township, within),
    subject === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${consequence.subjects}) where value = ${subject})`,
  )
}

export function selectConsequence(db: CountyDb, id: string): Statement<ConsequenceRow> {
  return db.select(consequence, eq(consequence.id, id))
}

export async function findConsequence(db: CountyDb, id: string): Promise<ConsequenceRow | undefined> {
  return db.first(consequence, eq(consequence.id, id))
}

export function selectConsequencesOf(
  db: CountyDb,
  roundId: string,
): Statement<Pick<ConsequenceRow, 'id' | 'rule' | 'key' | 'state' | 'subjects' | 'reason' | 'cancelledBy'>> {
  const pick = ['id', 'rule', 'key', 'state', 'subjects', 'reason', 'cancelledBy'] as const
  return db.select(consequence, ofRound(db, roundId), { pick })
}

/**
 * The condition that a consequence follows from a round. All of a round are made in the instant of its publication,
 * with which their ids begin, so that they are one stretch of the primary key, up to the id `before`. One upper bound:
 * of two SQLite takes either, and might begin at the newest of all.
 */
export function ofRound(db: CountyDb, roundId: string, before = '~'): SQL {
  const published = sql`(select publishedAt from ${round} where ${round.county} = ${db.county} and ${round.id} = ${roundId})`
  return sql`${consequence.id} >= ${idsAt(published, 0)} and ${consequence.id} < min(${before}, ${idsAt(published, 1)})
    and ${consequence.round} = ${roundId}`
}

/** Those of some rounds that praise, as far as they stand. */
export function selectCommended(
  db: CountyDb,
  rounds: Ids,
): Statement<Pick<ConsequenceRow, 'id' | 'round' | 'subjects'>> {
  const { decode } = db.select(consequence, undefined, { pick: ['id', 'round', 'subjects'] })
  const [first, end] = [idsAt(sql`r.publishedAt`, 0), idsAt(sql`r.publishedAt`, 1)]
  return {
    sql: sql`select c.id, c.round, c.subjects from ${round} r
      cross join ${consequence} c on c.county = r.county and c.id >= ${first} and c.id < ${end} and c.round = r.id
      where r.county = ${db.county} and r.id in ${listOf(rounds)}
        and c.kind = 'commend' and c.state <> 'cancelled'`,
    decode,
  }
}

/** What the ids made at an instant (ISO 8601), or so many milliseconds after it, begin with: see `newId`. */
function idsAt(instant: SQL, after: number): SQL {
  const at = sql`cast(unixepoch(${instant}, 'subsec') * 1000 + ${after} + 0.5 as integer)`
  return sql`printf('%08x-%04x', ${at} >> 16, ${at} & 65535)`
}

/** The condition that an assignment is a promise made in this interview. */
export function promisesOf(consequenceId: string): SQL {
  const own = eq(assignment.originId, consequenceId)
  return and(eq(assignment.origin, 'consequence'), own) ?? own
}

/** How many promises of these interviews are in which state, and when the first of them is due. */
export function countPromises(
  db: CountyDb,
  consequences: Ids,
): Statement<{ consequence: string; state: string; n: number; dueOn: string }> {
  return {
    sql: sql`select originId, state, count(*) as n, min(dueOn) as dueOn from ${assignment}
      where county = ${db.county} and origin = 'consequence' and originId in ${listOf(consequences)}
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
