import { and, eq, sql } from 'drizzle-orm'
import { draft, round } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { ofRound, type RoundRow } from './rounds.ts'
import type { Statement } from './statement.ts'

export type DraftRow = Row<typeof draft>

/** The standings of a draft. */
export type Drawn = Omit<DraftRow, 'said'>
const drawn = ['round', 'version', 'result', 'computedAt'] as const

/** What was said in a closed round, as its draft of this version keeps it; none where there is no such draft. */
export function selectSaid(db: CountyDb, roundId: string): Statement<Pick<DraftRow, 'version' | 'said'>> {
  return db.select(draft, eq(draft.round, roundId), { pick: ['version', 'said'] })
}

/** A round's draft, to stand with others in one round trip, where the round is not published. */
export function selectDraftOf(db: CountyDb, roundId: string): Statement<Drawn> {
  const unpublished = sql`${ofRound(db, roundId, 'revision')} = 0`
  return db.select(draft, and(eq(draft.round, roundId), unpublished), { pick: drawn })
}

/**
 * Stores standings computed from a round as it was read. A draft of a newer version stays: versions only grow, so a
 * slow writer never overwrites it, and whoever reads a draft holds its version against the round's.
 */
export function keepDraft(
  db: CountyDb,
  of: Pick<RoundRow, 'id' | 'version'>,
  { result, computedAt, said }: Pick<DraftRow, 'result' | 'computedAt' | 'said'>,
): Statement<unknown> {
  const row = { round: of.id, version: of.version, result, computedAt, said }
  const kept = db.insert(draft, row, { taken: 'replace', pick: [] })
  return { ...kept, sql: sql`${kept.sql} where excluded.version >= ${draft.version}` }
}

/**
 * The unpublished rounds whose draft is missing or older than their inputs. One that nobody has touched ranks nobody
 * yet: while it is open at `now`, whoever looks at it first has its draft computed.
 */
export function selectStale(db: CountyDb, now: string): Statement<Pick<RoundRow, 'id' | 'board' | 'no'>> {
  return {
    sql: sql`select r.id, r.board, r.no from ${round} r left join ${draft} d on d.county = r.county and d.round = r.id
      where r.county = ${db.county} and r.state in ('open', 'closed') and coalesce(d.version, -1) < r.version
        and (r.state = 'closed' or r.version > 0 or r.closesAt <= ${now})`,
    decode: (raw) => ({ id: String(raw.id), board: String(raw.board), no: Number(raw.no) }),
  }
}
