import { and, eq, sql } from 'drizzle-orm'
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
  row: Omit<New<typeof snapshot>, 'visibility'>,
): Statement<SnapshotRow> {
  const { sql: visibility } = db.select(board, eq(board.id, row.board), { pick: ['visibility'] })
  return db.insert(snapshot, { ...row, visibility: sql`(${visibility})` }, { taken: 'replace' })
}

/** Follows a change of the board's visibility; to stand in the batch that changes it. */
export function showSnapshot(
  db: CountyDb,
  boardId: string,
  visibility: SnapshotRow['visibility'],
): Statement<SnapshotRow> {
  return db.update(snapshot, { visibility }, eq(snapshot.board, boardId))
}
