import { and, eq, lte } from 'drizzle-orm'
import type { PublicBoard } from '../../schema/api/public.ts'
import { history, revisionInput } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import { findPublicSnapshot, listPublicSnapshots } from './snapshots.ts'

/** The newest published round of every public board of a county: one row a board. */
export async function publicBoards(db: CountyDb): Promise<PublicBoard[]> {
  return (await listPublicSnapshots(db)).map(readBody)
}

/** The newest published round of one board, if the county has made it public: one row. */
export async function publicBoard(db: CountyDb, board: string): Promise<PublicBoard | undefined> {
  const row = await findPublicSnapshot(db, board)
  return row && readBody(row)
}

/** A board's past rounds up to the published one, newest first, and the inputs that one was frozen with. */
export async function publicPast(db: CountyDb, board: PublicBoard, rounds: number) {
  const [past, [frozen]] = await db.together(
    db.select(history, and(eq(history.board, board.board), lte(history.no, board.no)), {
      pick: ['no', 'closedAt', 'round', 'standings'],
      orderBy: history.no,
      descending: true,
      limit: rounds,
    }),
    db.select(
      revisionInput,
      and(eq(revisionInput.round, board.round), eq(revisionInput.no, board.revision)),
      { pick: ['input'] },
    ),
  )
  return { past, input: frozen?.input }
}

/** The publication wrote it in this shape; nothing else writes it. */
function readBody({ body }: { body: string }): PublicBoard {
  return JSON.parse(body) as PublicBoard
}
