import { and, eq, type SQL, sql } from 'drizzle-orm'
import { board, snapshot } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type SnapshotRow = Row<typeof snapshot>

/** A public board's newest published standings: one row, or none where it is not public or not published. */
export async function findPublicSnapshot(db: CountyDb, boardId: string): Promise<SnapshotRow | undefined> {
  const shown = and(eq(snapshot.board, boardId), eq(snapshot.visibility, 'public'))
  return db.first(snapshot, shown ?? eq(snapshot.board, boardId))
}

/** Every public board of the county that has been published: one row a board. */
export async function listPublicSnapshots(db: CountyDb): Promise<SnapshotRow[]> {
  return db.find(snapshot, eq(snapshot.visibility, 'public'), { orderBy: snapshot.board, limit: 200 })
}

/** Shows a board's newest standings in place of the ones before, to whom the board is visible at that moment. */
export function keepSnapshot(
  db: CountyDb,
  row: Omit<New<typeof snapshot>, 'visibility' | 'shows'>,
): Statement<Pick<SnapshotRow, 'board'>> {
  return db.insert(snapshot, { ...row, ...shownAs(db, row.board) }, { taken: 'replace', pick: ['board'] })
}

/** Follows who may see the board and how much of it; to stand behind the change of it in the same batch. */
export function showSnapshot(db: CountyDb, boardId: string): Statement<SnapshotRow> {
  return db.update(snapshot, shownAs(db, boardId), eq(snapshot.board, boardId))
}

function shownAs(db: CountyDb, boardId: string): { visibility: SQL; shows: SQL } {
  const own = (column: 'visibility' | 'shows') =>
    sql`(${db.select(board, eq(board.id, boardId), { pick: [column] }).sql})`
  return { visibility: own('visibility'), shows: own('shows') }
}
