import { and, eq, lte } from 'drizzle-orm'
import type { PublicBoard } from '../../schema/api/public.ts'
import type { Explanation } from '../../schema/api/ranking.ts'
import { history, revisionInput, snapshot } from '../../schema/tables/county.ts'
import { explain } from '../domain/ranking/explain.ts'
import type { CountyDb, Row } from './county-db.ts'

/** How many past rounds a village's page shows. */
const roundsShown = 26

/** The newest published round of every public board of a county: one row a board. */
export async function publicBoards(db: CountyDb): Promise<PublicBoard[]> {
  const rows = await db.find(snapshot, eq(snapshot.visibility, 'public'), { pick: ['body'] })
  return rows.map(readBody).sort((a, b) => (a.board < b.board ? -1 : 1))
}

/** The newest published round of one board, if the county has made it public: one row. */
export async function publicBoard(db: CountyDb, board: string): Promise<PublicBoard | undefined> {
  const public_ = and(eq(snapshot.board, board), eq(snapshot.visibility, 'public'))
  const row = public_ && (await db.first(snapshot, public_, { pick: ['body'] }))
  return row && readBody(row)
}

export type PastStanding = { no: number; closedAt: string; imported: boolean } & Row<
  typeof history
>['standings'][string]

/**
 * One village's past rounds on a board up to the published one, newest first, and why it stands where it does in
 * that one, computed from the revision's frozen inputs.
 */
export async function villageOnBoard(
  db: CountyDb,
  board: PublicBoard,
  village: string,
): Promise<{ history: PastStanding[]; explanation: Explanation | undefined }> {
  const [rounds, [frozen]] = await db.together(
    db.select(history, and(eq(history.board, board.board), lte(history.no, board.no)), {
      pick: ['no', 'closedAt', 'round', 'standings'],
      orderBy: history.no,
      descending: true,
      limit: roundsShown,
    }),
    db.select(
      revisionInput,
      and(eq(revisionInput.round, board.round), eq(revisionInput.no, board.revision)),
      { pick: ['input'] },
    ),
  )
  return {
    history: rounds.flatMap(({ no, closedAt, round, standings }) => {
      const standing = standings[village]
      return standing ? [{ no, closedAt, imported: round === null, ...standing }] : []
    }),
    explanation: frozen && explain(frozen.input, village),
  }
}

/** The publication wrote it in this shape; nothing else writes it. */
function readBody({ body }: { body: string }): PublicBoard {
  return JSON.parse(body) as PublicBoard
}
