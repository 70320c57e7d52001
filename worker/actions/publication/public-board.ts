import type { PublicBoard } from '../../../schema/api/public.ts'
import type { Standings } from '../../../schema/api/ranking.ts'
import type { HistoryStandings } from '../../../schema/tables/boards.ts'
import type { BoardRow } from '../../data/boards.ts'
import type { CountyRow } from '../../data/callers.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { maskHousehold } from '../../domain/privacy/masking.ts'

/** What of a published round the public board shows. */
export type Shown = {
  round: RoundRow
  revision: number
  sha256: string
  result: Standings
  publishedAt: string
  /** The published round before it, for the ranks then. */
  before: HistoryStandings
}

/** A published round as the public reads it, with the names of its frozen roster. */
export function publicBoard(
  county: Pick<CountyRow, 'id' | 'name'>,
  board: Pick<BoardRow, 'id' | 'name' | 'subject'>,
  { round, revision, sha256, result, publishedAt, before }: Shown,
): PublicBoard {
  const roster = new Map(round.roster.map((entry) => [entry.id, entry]))
  const named = (subject: string) => {
    const { name = subject, township = '', townshipName = '' } = roster.get(subject) ?? {}
    return {
      subject,
      name: board.subject === 'household' ? maskHousehold(name) : name,
      township,
      townshipName,
    }
  }
  return {
    county: county.id,
    countyName: county.name,
    board: board.id,
    boardName: board.name,
    round: round.id,
    no: round.no,
    closedAt: round.closedAt ?? round.closesAt,
    publishedAt,
    revision,
    sha256,
    bandsClamped: result.bandsClamped,
    standings: result.standings.map(({ subject, rank, score, band, streak, borderline }) => ({
      ...named(subject),
      rank,
      ...(score === undefined ? {} : { score }),
      band,
      streak,
      borderline,
      previousRank: before[subject]?.rank ?? null,
    })),
    unranked: result.unranked.map(({ subject, reason }) => ({ ...named(subject), reason })),
  }
}
