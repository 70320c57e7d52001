import { and, eq, lt, lte, type SQL } from 'drizzle-orm'
import { history } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type HistoryRow = Row<typeof history>

/** The last past round of a board before the number `before`: the streaks carried into the next, and last ranks. */
export function selectPrevious(
  db: CountyDb,
  board: string | SQL,
  before: number | SQL,
): Statement<HistoryRow> {
  const earlier = and(eq(history.board, board), lt(history.no, before))
  return db.select(history, earlier, { orderBy: history.no, descending: true, limit: 1 })
}

/** The last `limit` past rounds of a board up to number `to`, newest first. */
export function selectHistory(
  db: CountyDb,
  board: string | SQL,
  to: number | SQL,
  limit: number,
): Statement<Pick<HistoryRow, 'no' | 'round' | 'closedAt' | 'standings'>> {
  const past = and(eq(history.board, board), lte(history.no, to))
  const pick = ['no', 'round', 'closedAt', 'standings'] as const
  return db.select(history, past, { pick, orderBy: history.no, descending: true, limit })
}
