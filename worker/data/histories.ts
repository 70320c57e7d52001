import { and, eq, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { HistoryStandings } from '../../schema/tables/boards.ts'
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

/** A past round as one subject stood in it; null where it did not. */
export type PastOf = Pick<HistoryRow, 'no' | 'closedAt'> & { standing: HistoryStandings[string] | null }

/** The same of one subject: the database picks it out of each round's standings, so that the others never travel. */
export function selectHistoryOf(
  db: CountyDb,
  subject: string,
  board: string | SQL,
  to: number | SQL,
  limit: number,
): Statement<PastOf> {
  const rows = selectHistory(db, board, to, limit)
  return {
    sql: sql`select no, closedAt, ${standingOf(subject)} as standing from (${rows.sql})`,
    decode: ({ no, closedAt, standing }) => ({
      ...{ no: Number(no), closedAt: String(closedAt) },
      standing: standing === null ? null : JSON.parse(String(standing)),
    }),
  }
}

/** One subject's part of a past round's `standings`, as JSON; null where it had none. */
export function standingOf(subject: string): SQL {
  return sql`json_extract(standings, ${`$."${subject.replaceAll('"', '')}"`})`
}
