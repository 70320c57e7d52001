import { and, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import { area, board, history, round } from '../../schema/tables/county.ts'
import type { AreaRow } from './areas.ts'
import type { BoardRow } from './boards.ts'
import type { CountyDb, Row } from './county-db.ts'
import { columnsOfParts, decodeParts } from './row-parts.ts'
import type { Statement } from './statement.ts'

/** A round with its frozen policy and roster. */
export type RoundRow = Row<typeof round>
/** A round without its two large members. */
export type RoundHead = Omit<RoundRow, 'policy' | 'roster'>

export function selectRound(db: CountyDb, id: string): Statement<RoundRow> {
  return db.select(round, eq(round.id, id))
}

export async function findRound(db: CountyDb, id: string): Promise<RoundRow | undefined> {
  return db.first(round, eq(round.id, id))
}

/** A round with its board and the area that owns the board: what every decision about a round starts from. */
export type OwnedRound = { round: RoundRow; board: BoardRow; owner: AreaRow }

export async function findOwnedRound(db: CountyDb, id: string): Promise<OwnedRound | undefined> {
  const [[found]] = await db.together(selectOwnedRound(db, id))
  return found
}

/** The read of `findOwnedRound`, to stand with others in one round trip: one row of each table. */
export function selectOwnedRound(db: CountyDb, id: string): Statement<OwnedRound> {
  return {
    sql: sql`select ${columnsOfParts(ownedRound)} from ${round} round
      join ${board} board on board.county = round.county and board.id = round.board
      join ${area} owner on owner.county = board.county and owner.id = board.owner
      where round.county = ${db.county} and round.id = ${id}`,
    decode: (raw) => decodeParts(ownedRound, raw) as OwnedRound,
  }
}

const ownedRound = { round, board, owner: area }

/** What a round says of itself, for another statement of the batch that reads the round. */
export function ofRound(db: CountyDb, id: string, column: 'board' | 'no' | 'revision'): SQL {
  return sql`(select r.${sql.identifier(column)} from ${round} r where r.county = ${db.county} and r.id = ${id})`
}

/** The columns of a round without its two large ones. */
export const roundHead = [
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

/** Rounds in one state, or whose closing time lies from `since` to before `until`. */
export type RoundFilter = {
  state?: RoundRow['state'] | undefined
  since?: string | undefined
  until?: string | undefined
}

/**
 * A board's rounds, newest first, before the number `before`: walks them by number, which the filter only thins out.
 * Since some day there are few: they are found by their closing and put in order.
 */
export function selectRounds(
  db: CountyDb,
  boardId: string,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
  { state, since, until }: RoundFilter = {},
): Statement<RoundHead> {
  const closing = and(
    since === undefined ? undefined : gte(round.closesAt, since),
    until === undefined ? undefined : lt(round.closesAt, until),
  )
  // The `+` keeps out of it the index that would read the whole board.
  const wanted =
    since === undefined
      ? and(eq(round.board, boardId), lt(round.no, before), state && sql`+${round.state} = ${state}`, closing)
      : and(
          sql`+${round.board} = ${boardId} and +${round.no} < ${before}`,
          state ? eq(round.state, state) : sql`${round.state} in ('open', 'closed', 'published')`,
          closing,
        )
  return db.select(round, wanted, { pick: roundHead, orderBy: round.no, descending: true, limit })
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
): Statement<unknown> {
  const later = and(eq(round.board, boardId), gt(round.no, after))
  return db.update(round, { version: sql`version + 1` }, sql`${later} and (${waiting})`, [])
}

/** Unpublished, and its draft says something already. */
export const waiting = sql`${round.state} = 'closed' or (${round.state} = 'open' and ${round.version} > 0)`

type NewRoundRow = Pick<RoundRow, 'id' | 'board' | 'opensAt' | 'closesAt' | 'policy' | 'roster' | 'version'>

/**
 * A new open round with the board's next number, after its rounds and the past brought in. No row back where `id` is
 * taken or another round stands in the way: any over the same time (`any`), or only one that is open (`open`).
 */
export function addRound(db: CountyDb, row: NewRoundRow, inTheWay: 'any' | 'open'): Statement<RoundHead> {
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
    pick: roundHead,
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

const span = ['id', 'board', 'state', 'opensAt', 'closesAt'] as const

/** What the clock needs to know of all boards' rounds that are open. */
export function selectOpen(db: CountyDb): Statement<Current> {
  return db.select(round, eq(round.state, 'open'), { pick: span })
}

/** The same of those that are not, where their time reaches beyond `since`. */
export function selectDone(db: CountyDb, since: string): Statement<Current> {
  const done = and(sql`${round.state} in ('closed', 'published')`, gt(round.closesAt, since))
  return db.select(round, done, { pick: span })
}

type Current = Pick<RoundRow, 'id' | 'board' | 'state' | 'opensAt' | 'closesAt'>
