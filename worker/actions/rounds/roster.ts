import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { BoardRow } from '../../data/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectSubjects } from '../../data/roster.ts'
import { Problem } from '../../problems/problem.ts'

/** A round is one JSON row that every recompute reads: it stays below D1's size of a row. */
export const mostSubjects = 5000

/** The subjects that stand on a board now, by code. Errors: too_many_subjects. */
export async function freezeRoster(
  db: CountyDb,
  board: Pick<BoardRow, 'owner' | 'subject'>,
): Promise<RosterEntry[]> {
  if (board.subject === 'county') return []
  const [subjects] = await db.together(selectSubjects(db, board.owner, board.subject, mostSubjects + 1))
  if (subjects.length > mostSubjects) throw new Problem('too_many_subjects', { limit: mostSubjects })
  return subjects
}
