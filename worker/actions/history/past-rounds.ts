import type { PastRound } from '../../../schema/api/history.ts'
import { selectBoard } from '../../data/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectHistory } from '../../data/histories.ts'
import { Problem } from '../../problems/problem.ts'

/** A board's published and imported rounds, newest first, before the number in `cursor`. Errors: not_found. */
export async function pastRounds(
  db: CountyDb,
  boardId: string,
  limit: number,
  cursor: string | undefined,
): Promise<PastRound[]> {
  const before = Number.parseInt(cursor ?? '', 10)
  const to = Number.isNaN(before) ? Number.MAX_SAFE_INTEGER : before - 1
  const [[board], rows] = await db.together(selectBoard(db, boardId), selectHistory(db, boardId, to, limit))
  if (!board) throw new Problem('not_found')
  return rows.map(({ no, closedAt, round, standings }) => ({
    ...{ no, closedAt, round, standings },
    imported: round === null,
  }))
}
