import { and, eq, sql } from 'drizzle-orm'
import type { NewRound, Round } from '../../../schema/api/boards.ts'
import { draft, round } from '../../../schema/tables/county.ts'
import { type BoardRow, findOwnedBoard } from '../../data/boards.ts'
import { newId } from '../../data/new-id.ts'
import { addRound, findRound, overlapping, type RoundHead, roundHead } from '../../data/rounds.ts'
import { periodAround, type Span } from '../../domain/cadence/period.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import { boardTarget } from '../boards/board-target.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireCan } from '../require.ts'
import { roundOf } from './require-round.ts'
import { freezeRoster } from './roster.ts'

/**
 * Version of a round that the clock opened and nobody has touched since. Such a round gives way to one opened by
 * hand over the same time, so that whoever sets a board up need not race the clock.
 */
export const untouched = 0
const byHand = 1

/**
 * Opens a round by hand, for the current period unless told otherwise. Errors: not_found, forbidden, closes_too_soon,
 * no_subjects, round_overlaps, id_taken.
 */
export async function openRound(context: CountyContext, boardId: string, wanted: NewRound): Promise<Round> {
  const { db, member, now } = context
  const found = await findOwnedBoard(db, boardId)
  if (!found) throw new Problem('not_found')
  requireCan(member, 'round.write', boardTarget(found.owner))
  const span = spanOf(found.board, wanted, now.getTime())
  if (span.closesAt <= now.getTime() || span.closesAt <= span.opensAt) throw new Problem('closes_too_soon')

  const row = await newRound(context, found.board, span, byHand, wanted.id)
  const [inTheWay] = await db.find(round, and(overlapping(row), eq(round.state, 'open')), {
    pick: ['id', 'version'],
    limit: 1,
  })
  const opened = await withNudge(context, () =>
    inTheWay?.version === untouched
      ? takeOver(context, inTheWay.id, wanted.id, row)
      : addByHand(context, row),
  )
  if (opened) return roundOf(opened)
  throw new Problem(inTheWay || !(await findRound(db, row.id)) ? 'round_overlaps' : 'id_taken')
}

function spanOf(board: BoardRow, wanted: NewRound, now: number): Span {
  const from = wanted.opensAt === undefined ? now : Date.parse(wanted.opensAt)
  const period = periodAround(board.cadence, Math.max(now, from))
  return {
    opensAt: wanted.opensAt === undefined ? period.opensAt : from,
    closesAt: wanted.closesAt === undefined ? period.closesAt : Date.parse(wanted.closesAt),
  }
}

/** A round's row with policy and roster frozen as they are now. Errors: no_subjects, too_many_subjects. */
export async function newRound(
  { db, now }: CountyContext,
  board: BoardRow,
  span: Span,
  version: number,
  id = newId(now.getTime()),
) {
  const roster = await freezeRoster(db, board)
  if (roster.length === 0) throw new Problem('no_subjects')
  return {
    id,
    board: board.id,
    opensAt: new Date(span.opensAt).toISOString(),
    closesAt: new Date(span.closesAt).toISOString(),
    policy: board.policy,
    roster,
    version,
  }
}

type NewRoundRow = Awaited<ReturnType<typeof newRound>>

async function addByHand(context: CountyContext, row: NewRoundRow): Promise<RoundHead | undefined> {
  const { db } = context
  const [[added]] = await db.write(addRound(db, row, 'open'), auditOpening(context, row.id, row))
  return added
}

/** The clock's own round becomes the wanted one; its draft goes first, since that hangs on its id. */
async function takeOver(
  context: CountyContext,
  old: string,
  id: string | undefined,
  { board, opensAt, closesAt, roster, policy, version }: NewRoundRow,
): Promise<RoundHead | undefined> {
  const { db } = context
  const mine =
    and(eq(round.id, old), eq(round.state, 'open'), eq(round.version, untouched)) ?? eq(round.id, old)
  const others = and(
    overlapping({ board, opensAt, closesAt }),
    eq(round.state, 'open'),
    sql`${round.id} <> ${old}`,
  )
  const free = and(mine, db.absent(round, others ?? eq(round.id, old))) ?? mine
  const set = { ...(id === undefined ? {} : { id }), opensAt, closesAt, roster, policy, version }
  const [, [taken]] = await db.write(
    db.remove(draft, and(eq(draft.round, old), db.exists(round, free)) ?? eq(draft.round, old)),
    db.update(round, set, free, roundHead),
    auditOpening(context, id ?? old, { opensAt, closesAt }),
  )
  return taken
}

function auditOpening(
  context: CountyContext,
  id: string,
  { opensAt, closesAt }: { opensAt: string; closesAt: string },
) {
  return record(context, 'round.open', id, { opensAt, closesAt }, sql`changes() > 0`)
}
