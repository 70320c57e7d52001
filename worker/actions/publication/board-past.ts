import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { history, objection, round } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type HistoryRow, selectPrevious } from '../../data/histories.ts'
import type { RoundRow } from '../../data/rounds.ts'

/** A board's published rounds around one of its rounds, and what of them a batch must find unchanged. */
export type BoardPast = {
  previous: HistoryRow | undefined
  /** Published after this round's number, oldest first. */
  later: HistoryRow[]
  /**
   * A condition: the round's row is this one, and the board's other rounds have been published as often, as read. None
   * for a round of which neither it nor a later one is published: the statement that publishes it looks itself.
   */
  unchanged: SQL | undefined
}

/** The past of a round not yet published, whose board's newest past is known: no round trip where that lies before it. */
export async function pastBefore(
  db: CountyDb,
  of: RoundRow,
  newest: HistoryRow | undefined,
): Promise<BoardPast> {
  if (newest && newest.no >= of.no) return readBoardPast(db, of)
  return { previous: newest, later: [], unchanged: undefined }
}

/**
 * Reads the rounds before and after a round in one round trip. Before a first publication only later rounds count:
 * whatever changes an earlier one also counts a new version of every unpublished round after it.
 */
export async function readBoardPast(db: CountyDb, of: RoundRow): Promise<BoardPast> {
  const counted =
    of.state === 'published' ? eq(round.board, of.board) : and(eq(round.board, of.board), gt(round.no, of.no))
  const [[previous], later, rounds] = await db.together(
    selectPrevious(db, of.board, of.no),
    db.select(history, and(eq(history.board, of.board), gt(history.no, of.no)), { orderBy: history.no }),
    db.select(round, counted, { pick: ['revision'] }),
  )
  const sum = rounds.reduce((total, { revision }) => total + revision, 0)
  const now = db.select(round, counted, { pick: ['revision'] })
  const same =
    and(
      eq(round.id, of.id),
      eq(round.state, of.state),
      eq(round.version, of.version),
      eq(round.revision, of.revision),
    ) ?? eq(round.id, of.id)
  const others = sql`(select coalesce(sum(revision), 0) from (${now.sql})) = ${sum}`
  return { previous, later, unchanged: sql`${db.exists(round, same)} and ${others}` }
}

/** A precondition: as many objections of a round wait for a ruling as were read. */
export function pendingUnchanged(db: CountyDb, roundId: string, pending: number): SQL {
  const waiting = and(eq(objection.round, roundId), eq(objection.state, 'pending'))
  const now = db.select(objection, waiting, { pick: ['id'] })
  return sql`(select count(*) from (${now.sql})) = ${pending}`
}
