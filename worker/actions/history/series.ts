import type { BoardSeries, PastRound } from '../../../schema/api/history.ts'
import type { Band } from '../../../schema/api/ranking.ts'
import { selectBoard } from '../../data/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectHistory } from '../../data/histories.ts'
import { Problem } from '../../problems/problem.ts'

const letters: Record<Band, string> = { green: 'g', yellow: 'y', red: 'r' }

/**
 * Every subject's ranks and bands in the last `count` past rounds up to number `until`, oldest first: what a line of
 * eight weeks is drawn from, for a whole board in one answer. Errors: not_found.
 */
export async function boardSeries(
  db: CountyDb,
  board: string,
  count: number,
  until = Number.MAX_SAFE_INTEGER,
): Promise<BoardSeries> {
  const [[known], rows] = await db.together(selectBoard(db, board), selectHistory(db, board, until, count))
  if (!known) throw new Problem('not_found')
  const past = rows.toReversed()
  const subjects = new Set(past.flatMap(({ standings }) => Object.keys(standings)))
  return {
    rounds: past.map(({ no, closedAt, standings }) => ({
      ...{ no, closedAt, ranked: Object.keys(standings).length },
    })),
    subjects: Object.fromEntries([...subjects].map((subject) => [subject, seriesOf(past, subject)])),
  }
}

function seriesOf(past: readonly Pick<PastRound, 'standings'>[], subject: string) {
  return {
    ranks: past.map(({ standings }) => standings[subject]?.rank ?? null),
    bands: past.map(({ standings }) => letterOf(standings[subject]?.band)).join(''),
  }
}

function letterOf(band: Band | undefined): string {
  return band === undefined ? '-' : letters[band]
}
