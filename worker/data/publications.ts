import { and, eq, gte, type SQL, sql } from 'drizzle-orm'
import { area, board, history, round } from '../../schema/tables/county.ts'
import type { AreaRow } from './areas.ts'
import type { BoardRow } from './boards.ts'
import type { CountyDb } from './county-db.ts'
import type { HistoryRow } from './histories.ts'
import { notAsRead } from './not-as-read.ts'
import { type RoundRow, waiting } from './rounds.ts'
import { columnsOfParts, decodeParts } from './row-parts.ts'
import type { Statement } from './statement.ts'

/** A round with its board and the newest of that board's past: what a first publication starts from. */
export type ToPublish = { round: RoundRow; board: BoardRow; owner?: AreaRow; past?: HistoryRow }

/** The read of a round to be published: one row of each table. The board's owner is only read where it is asked for. */
export function selectToPublish(
  db: CountyDb,
  id: string,
  { owned }: { owned: boolean },
): Statement<ToPublish> {
  const parts = { round, board, past: history, ...(owned ? { owner: area } : {}) }
  const owner = owned
    ? sql`join ${area} owner on owner.county = board.county and owner.id = board.owner`
    : sql.empty()
  return {
    sql: sql`select ${columnsOfParts(parts)} from ${round} round
      join ${board} board on board.county = round.county and board.id = round.board ${owner}
      left join ${history} past on past.county = round.county and past.board = round.board
      where round.county = ${db.county} and round.id = ${id} order by past.no desc limit 1`,
    decode: (raw) => decodeParts(parts, raw) as ToPublish,
  }
}

/**
 * Marks a round as published in its first revision and counts a new version of the board's later ones, as
 * `unsettleDrafts` does, in one walk over them. Fails the batch with `NotAsRead` where the round is no longer as it
 * was read, or where a later one has been published meanwhile. Rounds are never deleted and their numbers only ever
 * grow, so that the walk meets the round itself.
 */
export function publishLatest(
  db: CountyDb,
  { id, board: boardId, no, state, version }: Pick<RoundRow, 'id' | 'board' | 'no' | 'state' | 'version'>,
  now: string,
): Statement<unknown> {
  const own = eq(round.id, id)
  const same = and(
    eq(round.no, no),
    eq(round.state, state),
    eq(round.version, version),
    eq(round.revision, 0),
  )
  const set = {
    state: ownly(own, sql`'published'`, sql`${round.state}`),
    publishedAt: ownly(own, sql`${now}`, sql`${round.publishedAt}`),
    revision: ownly(own, sql`1`, sql`${round.revision}`),
    version: ownly(own, sql`${round.version}`, sql`${round.version} + 1`),
  }
  // One expression: of several the database might begin with one that passes over a row to be refused.
  const path = sql`case
    when ${own} then case when ${same} then '$' else ${notAsRead} end
    when ${round.revision} > 0 then ${notAsRead}
    when ${waiting} then '$'
    else '$.untouched' end`
  const walked = and(eq(round.board, boardId), gte(round.no, no))
  return db.update(round, set, sql`${walked} and json_extract('{}', ${path}) is not null`, [])
}

function ownly(own: SQL, then: SQL, otherwise: SQL): SQL {
  return sql`case when ${own} then ${then} else ${otherwise} end`
}
