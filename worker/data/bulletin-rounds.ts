import { sql } from 'drizzle-orm'
import type { RosterEntry, Shows, Visibility } from '../../schema/api/boards.ts'
import type { ConsequenceState } from '../../schema/api/consequences.ts'
import type { ConsequenceKind, Policy, Standings } from '../../schema/api/ranking.ts'
import { area, board, consequence, report, revision, round } from '../../schema/tables/county.ts'
import { ofRound } from './consequences.ts'
import type { CountyDb } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import type { Statement } from './statement.ts'

/** A published round as a bulletin tells of it: its newest standings, the names of its roster, what its board shows. */
export type ToldRound = {
  id: string
  no: number
  board: string
  visibility: Visibility
  shows: Shows
  roster: RosterEntry[]
  result: Standings
}

/** Which round a bulletin tells of: the one it names, else the last published in its days on a board of its own. */
export type RoundWanted = { round: string | null; owner: string; since: string; until: string }

/** One row or none. A township without a board of its own tells of the county's. */
export function selectToldRound(
  db: CountyDb,
  { round: id, owner, since, until }: RoundWanted,
): Statement<ToldRound> {
  const county = sql`select id from ${area} where county = ${db.county} and level = 'county'`
  const named = sql`r.id = ${id}`
  // A round is published within weeks of its end, so the index on ends finds it.
  const last = sql`r.closesAt > ${new Date(Date.parse(since) - mostWait).toISOString()}
    and r.publishedAt >= ${since} and r.publishedAt < ${until} and (b.owner = ${owner} or b.owner in (${county}))`
  return {
    sql: sql`select r.id, r.no, r.roster, v.result, b.name as board, b.visibility, b.shows
      from ${round} r join ${board} b on b.county = r.county and b.id = r.board
      join ${revision} v on v.county = r.county and v.round = r.id and v.no = r.revision
      where r.county = ${db.county} and r.state = 'published' and ${id === null ? last : named}
      order by b.owner = ${owner} desc, r.publishedAt desc, r.id limit 1`,
    decode: (raw) => ({
      ...{ id: String(raw.id), no: Number(raw.no), board: String(raw.board) },
      ...{ visibility: raw.visibility as Visibility, shows: raw.shows as Shows },
      roster: JSON.parse(String(raw.roster)) as RosterEntry[],
      result: JSON.parse(String(raw.result)) as Standings,
    }),
  }
}

const mostWait = 60 * 86_400_000

export type ToldConsequence = {
  kind: ConsequenceKind
  subjects: string[]
  township: string | null
  state: ConsequenceState
  dueOn: string
}

/** What followed from a round for those who stand badly, without the names of anybody; what was cancelled is left out. */
export function selectFollowUps(db: CountyDb, roundId: string): Statement<ToldConsequence> {
  return {
    sql: sql`select kind, subjects, township, state, dueOn from ${consequence}
      where county = ${db.county} and ${ofRound(db, roundId)} and kind <> 'commend' and state <> 'cancelled'
      order by rule, key`,
    decode: (raw) => ({
      kind: raw.kind as ConsequenceKind,
      subjects: JSON.parse(String(raw.subjects)) as string[],
      township: raw.township === null ? null : String(raw.township),
      state: raw.state as ConsequenceState,
      dueOn: String(raw.dueOn),
    }),
  }
}

/** A round whose reports were due. */
export type EndedRound = { id: string; no: number; board: string; policy: Policy; roster: RosterEntry[] }

/** The rounds whose reports were due: the named one, else those of the owner's own boards that ended in the days. */
export function selectEnded(
  db: CountyDb,
  { round: id, owner, since, until }: RoundWanted,
  now: Date,
): Statement<EndedRound> {
  const ended = sql`b.owner = ${owner} and r.closesAt >= ${since} and r.closesAt < ${until}`
  return {
    sql: sql`select r.id, r.no, r.policy, r.roster, b.name as board
      from ${round} r join ${board} b on b.county = r.county and b.id = r.board
      where r.county = ${db.county} and r.state in ('open', 'closed', 'published')
        and r.closesAt <= ${now.toISOString()} and ${id === null ? ended : sql`r.id = ${id}`}
      order by b.name, r.no limit 20`,
    decode: (raw) => ({
      ...{ id: String(raw.id), no: Number(raw.no), board: String(raw.board) },
      policy: JSON.parse(String(raw.policy)) as Policy,
      roster: JSON.parse(String(raw.roster)) as RosterEntry[],
    }),
  }
}

export type Sent = { round: string; source: string; reporter: string }

/** Who has reported in some rounds, without what was said. */
export function selectSent(db: CountyDb, rounds: Ids): Statement<Sent> {
  const among = sql`${report.round} in ${listOf(rounds)}`
  return db.select(report, among, { pick: ['round', 'source', 'reporter'] })
}
