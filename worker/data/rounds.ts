import { and, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { area, board, history, round } from '../../schema/tables/county.ts'
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
 * Counts a change of what a board's unpublished rounds after the number `after` are computed from, so that their
 * drafts are stale: to stand in the batch that changes the past. An open round that nobody has touched ranks nobody,
 * whatever its past, and stays untouched.
 */
export function unsettleDrafts(
  db: CountyDb,
  boardId: string,
  after = Number.MIN_SAFE_INTEGER,
): Statement<RoundRow> {
  const later = and(eq(round.board, boardId), gt(round.no, after))
  const waiting = sql`${round.state} = 'closed' or (${round.state} = 'open' and ${round.version} > 0)`
  return db.update(round, { version: sql`version + 1` }, sql`${later} and (${waiting})`)
}

type NewRoundRow = Pick<RoundRow, 'id' | 'board' | 'opensAt' | 'closesAt' | 'policy' | 'roster' | 'version'>

/**
 * A new open round with the board's next number, after its rounds and the past brought in. No row back where `id` is
 * taken or another round stands in the way: any over the same time (`any`), or only one that is open (`open`).
 */
export function addRound(db: CountyDb, row: NewRoundRow, inTheWay: 'any' | 'open'): Statement<RoundRow> {
  const highest = (table: typeof round | typeof history) =>
    sql`coalesce((select max(no) from ${table} where county = ${db.county} and board = ${row.board}), 0)`
  const values = {
    ...row,
    state: 'open' as const,
    no: sql`1 + max(${highest(round)}, ${highest(history)}, 0)`,
  }
  const open = inTheWay === 'open' ? eq(round.state, 'open') : undefined
  return db.insert(round, values, {
    taken: 'ignore',
    when: db.absent(round, and(overlapping(row), open) ?? overlapping(row)),
  })
}

/**
 * Rounds of a board that share some time with a span. Instants compare as text: all are stored in one form. Naming
 * every state, and the `+`, let the index on states and closings find the few that end late enough.
 */
export function overlapping(span: Pick<RoundRow, 'board' | 'opensAt' | 'closesAt'>): SQL {
  const shared = and(
    sql`+${round.board} = ${span.board}`,
    sql`${round.state} in ('open', 'closed', 'published')`,
    lt(round.opensAt, span.closesAt),
    gt(round.closesAt, span.opensAt),
  )
  return shared ?? eq(round.board, span.board)
}

/** What the clock needs to know of all boards' rounds: those open, and the others whose time reaches beyond `since`. */
export function selectCurrent(
  db: CountyDb,
  since: string,
): readonly [Statement<Current>, Statement<Current>] {
  const pick = ['id', 'board', 'state', 'opensAt', 'closesAt'] as const
  const done = and(sql`${round.state} in ('closed', 'published')`, gt(round.closesAt, since))
  return [db.select(round, eq(round.state, 'open'), { pick }), db.select(round, done, { pick })]
}

type Current = Pick<RoundRow, 'id' | 'board' | 'state' | 'opensAt' | 'closesAt'>
