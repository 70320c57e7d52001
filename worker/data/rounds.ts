import { and, eq, lt, ne, sql } from 'drizzle-orm'
import { area, board, round } from '../../schema/tables/county.ts'
import type { AreaRow } from './areas.ts'
import type { BoardRow } from './boards.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

/** A round with its frozen policy and roster. */
export type RoundRow = Row<typeof round>
/** A round without its two large members. */
export type RoundHead = Omit<RoundRow, 'policy' | 'roster'>

export async function findRound(db: CountyDb, id: string): Promise<RoundRow | undefined> {
  return db.first(round, eq(round.id, id))
}

/** A round with its board and the area that owns the board: what every decision about a round starts from. */
export type OwnedRound = { round: RoundRow; board: BoardRow; owner: AreaRow }

export async function findOwnedRound(db: CountyDb, id: string): Promise<OwnedRound | undefined> {
  const [[found], [ofBoard], [owner]] = await db.together(...selectOwnedRound(db, id))
  return found && ofBoard && owner ? { round: found, board: ofBoard, owner } : undefined
}

/** The three reads of `findOwnedRound`, to stand with others in one round trip. */
export function selectOwnedRound(
  db: CountyDb,
  id: string,
): readonly [Statement<RoundRow>, Statement<BoardRow>, Statement<AreaRow>] {
  const boardOf = sql`(select board from ${round} where county = ${db.county} and id = ${id})`
  const ownerOf = sql`(select owner from ${board} where county = ${db.county} and id = ${boardOf})`
  return [
    db.select(round, eq(round.id, id)),
    db.select(board, eq(board.id, boardOf)),
    db.select(area, eq(area.id, ownerOf)),
  ]
}

const head = [
  'id',
  'board',
  'no',
  'state',
  'opensAt',
  'closesAt',
  'closedAt',
  'publishedAt',
  'version',
  'revision',
] as const

/** A board's rounds, newest first, before the number `before`. */
export async function listRounds(
  db: CountyDb,
  boardId: string,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<RoundHead[]> {
  const older = and(eq(round.board, boardId), lt(round.no, before))
  return db.find(round, older, { pick: head, orderBy: round.no, descending: true, limit })
}

/**
 * Counts a change of what the unpublished rounds of a board are computed from, so that their drafts are stale: to
 * stand in the batch that changes the past (a correction, colours brought in from before).
 */
export function unsettleDrafts(db: CountyDb, boardId: string): Statement<RoundRow> {
  const unpublished = and(eq(round.board, boardId), ne(round.state, 'published'))
  return db.update(round, { version: sql`version + 1` }, unpublished ?? eq(round.board, boardId))
}
