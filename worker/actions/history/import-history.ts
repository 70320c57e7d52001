import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { BoardHistory } from '../../../schema/api/boards.ts'
import type { HistoryReceipt } from '../../../schema/api/history.ts'
import type { Carried } from '../../../schema/api/ranking.ts'
import { history, round } from '../../../schema/tables/county.ts'
import { type BoardRow, findOwnedBoard } from '../../data/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { HistoryRow } from '../../data/histories.ts'
import { unsettleDrafts } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { carry } from '../../domain/ranking/streaks.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import { boardTarget } from '../boards/board-target.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { whileItChanges } from '../publication/retry.ts'
import { requireCan } from '../require.ts'
import { requireKnownRounds } from './known-rounds.ts'

type Past = z.infer<typeof BoardHistory>

/**
 * Brings in the colours of rounds before the first one published here, so that streaks go on; a number brought in
 * before is replaced. Rounds not yet published move up behind them. Errors: not_found, forbidden, invalid (a number
 * twice, an unknown subject), history_closed, conflict.
 */
export async function importHistory(
  context: CountyContext,
  boardId: string,
  past: Past,
): Promise<HistoryReceipt> {
  const board = await requireHistoryOpen(context, boardId)
  await requireKnownRounds(context.db, board, past)
  return withNudge(context, () => whileItChanges(() => store(context, boardId, past)))
}

/** A board that the member may write and that has published nothing. Errors: not_found, forbidden, history_closed. */
export async function requireHistoryOpen({ db, member }: CountyContext, boardId: string): Promise<BoardRow> {
  const found = await findOwnedBoard(db, boardId)
  if (!found) throw new Problem('not_found')
  requireCan(member, 'board.write', boardTarget(found.owner))
  if (await db.first(round, published(boardId), { pick: ['id'] })) throw new Problem('history_closed')
  return found.board
}

async function store(context: CountyContext, boardId: string, past: Past): Promise<HistoryReceipt> {
  const { db } = context
  const [stored, rounds] = await db.together(
    db.select(history, and(eq(history.board, boardId), isNull(history.round))),
    db.select(round, eq(round.board, boardId), { pick: ['no', 'state'] }),
  )
  if (rounds.some(({ state }) => state === 'published')) throw new Problem('history_closed')
  const rows = withStreaks(boardId, [...stored.map(asImported), ...past])
  if (rows.length > most)
    throw new Problem('invalid', {}, { fields: () => [{ path: '', message: `≤ ${most}` }] })
  const renumbered = Math.max(0, (rows.at(-1)?.no ?? 0) + 1 - Math.min(...rounds.map(({ no }) => no)))
  await db.write(
    db.demand(unchanged(db, boardId, stored.length, rounds.length)),
    ...moveUp(db, boardId, renumbered),
    ...db.insertAll(history, rows, { taken: 'replace' }),
    unsettleDrafts(db, boardId),
    record(context, 'board.history', boardId, { rounds: past.map(({ no }) => no), renumbered }),
  )
  return { rounds: past.length, renumbered }
}

const most = 200

/** All imported rounds by number, the last given winning, each with the streaks up to it. */
function withStreaks(board: string, past: Past) {
  const byNo = [...new Map(past.map((one) => [one.no, one])).values()].sort((a, b) => a.no - b.no)
  let carried: Carried = {}
  return byNo.map(({ no, closedAt, bands }) => {
    carried = carry(carried, bands)
    const standings = Object.fromEntries(
      Object.entries(bands).map(([subject, band]) => [
        subject,
        { band, streak: carried[subject]?.streak ?? 1 },
      ]),
    )
    return { board, no, round: null, closedAt, standings, carried }
  })
}

function asImported({ no, closedAt, standings }: HistoryRow): Past[number] {
  const bands = Object.fromEntries(Object.entries(standings).map(([subject, { band }]) => [subject, band]))
  return { no, closedAt, bands }
}

function unchanged(db: CountyDb, boardId: string, imported: number, opened: number) {
  const count = (statement: Statement<unknown>) => sql`(select count(*) from (${statement.sql}))`
  const histories = db.select(history, eq(history.board, boardId), { pick: ['no'] })
  const rounds = db.select(round, eq(round.board, boardId), { pick: ['id'] })
  return sql`${db.absent(round, published(boardId))} and ${count(histories)} = ${imported} and ${count(rounds)} = ${opened}`
}

function published(boardId: string) {
  const found = and(eq(round.board, boardId), eq(round.state, 'published'))
  return found ?? eq(round.board, boardId)
}

/** In two steps by way of negative numbers: one row at a time may not meet the number of the next. */
function moveUp(db: CountyDb, boardId: string, by: number): Statement<unknown>[] {
  if (!(by > 0 && Number.isFinite(by))) return []
  const mine = eq(round.board, boardId)
  return [
    db.update(round, { no: sql`-(no + ${by})` }, mine),
    db.update(round, { no: sql`-no` }, and(mine, sql`no < 0`) ?? mine),
  ]
}
