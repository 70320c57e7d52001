import { and, eq, sql } from 'drizzle-orm'
import type { Round } from '../../../schema/api/boards.ts'
import { round } from '../../../schema/tables/county.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { roundHead } from '../../data/rounds.ts'
import { can } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireRound, roundOf } from './require-round.ts'

/** Closes an open round early. Errors: not_found, forbidden, round_not_open. */
export async function closeRound(context: CountyContext, id: string): Promise<Round> {
  const { member, now } = context
  // Whoever may close any round need not be told first which one it is.
  const any = can(member, 'round.write', {})
  if (!any) await requireRound(context, id, 'round.write')
  const closed = await withNudge(context, () => close(context, id, now.toISOString()))
  if (closed) return roundOf(closed)
  if (any) await requireRound(context, id, 'round.write')
  throw new Problem('round_not_open')
}

/** Closes a round if it is open and, where `due` says so, its time has run out; undefined where it is not. */
export async function close(context: CountyContext, id: string, closedAt: string, due = sql`true`) {
  const { db } = context
  const open = and(eq(round.id, id), eq(round.state, 'open'), due) ?? eq(round.id, id)
  const closing = db.write(
    db.update(round, { state: 'closed', closedAt }, open, roundHead),
    db.demand(sql`changes() > 0`),
    record(context, 'round.close', id, { closedAt }),
  )
  const [[closed]] = await closing.catch((error: unknown) => {
    if (error instanceof NotAsRead) return [[]] as const
    throw error
  })
  return closed
}
