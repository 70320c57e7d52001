import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { area, board } from '../../schema/tables/county.ts'
import type { AreaRow } from './areas.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type BoardRow = Row<typeof board>

export async function findBoard(db: CountyDb, id: string): Promise<BoardRow | undefined> {
  return db.first(board, eq(board.id, id))
}

/** The same to stand with others in one round trip. */
export function selectBoard(db: CountyDb, id: string): Statement<BoardRow> {
  return db.select(board, eq(board.id, id))
}

/** A board with the area that owns it, in one round trip. */
export async function findOwnedBoard(
  db: CountyDb,
  id: string,
): Promise<{ board: BoardRow; owner: AreaRow } | undefined> {
  const [[found], [owner]] = await db.together(
    db.select(board, eq(board.id, id)),
    db.select(
      area,
      eq(area.id, sql`(select owner from ${board} where county = ${db.county} and id = ${id})`),
    ),
  )
  return found && owner ? { board: found, owner } : undefined
}

/** Boards by id, keyset-paged after `after`. */
export async function listBoards(
  db: CountyDb,
  filter: { campaign?: string | undefined; owner?: string | undefined },
  limit: number,
  after = '',
): Promise<BoardRow[]> {
  const conditions: (SQL | undefined)[] = [
    gt(board.id, after),
    filter.campaign === undefined ? undefined : eq(board.campaign, filter.campaign),
    filter.owner === undefined ? undefined : eq(board.owner, filter.owner),
  ]
  return db.find(board, and(...conditions), { orderBy: board.id, limit })
}
