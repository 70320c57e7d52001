import { and, eq, ne, sql } from 'drizzle-orm'
import type { Round } from '../../../schema/api/boards.ts'
import { round } from '../../../schema/tables/county.ts'
import { overlapping } from '../../data/rounds.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireRound, roundOf } from './require-round.ts'

/**
 * Moves the closing of an open round, also of one whose time has run out and which the clock has not closed yet.
 * Errors: not_found, forbidden, closes_too_soon, round_not_open, round_overlaps.
 */
export async function moveClosing(context: CountyContext, id: string, to: string): Promise<Round> {
  const { db, now } = context
  const { round: found } = await requireRound(context, id, 'round.write')
  const closesAt = new Date(to).toISOString()
  if (closesAt <= now.toISOString() || closesAt <= found.opensAt) throw new Problem('closes_too_soon')

  const mine = eq(round.id, id)
  const others = and(overlapping({ ...found, closesAt }), eq(round.state, 'open'), ne(round.id, id))
  const free = and(mine, eq(round.state, 'open'), db.absent(round, others ?? mine))
  const detail = { from: found.closesAt, to: closesAt }
  const [[moved]] = await withNudge(context, () =>
    db.write(
      db.update(round, { closesAt }, free ?? mine),
      record(context, 'round.extend', id, detail, sql`changes() > 0`),
    ),
  )
  if (moved) return roundOf(moved)
  const [still] = await db.find(round, mine, { pick: ['state'] })
  throw new Problem(still?.state === 'open' ? 'round_overlaps' : 'round_not_open')
}
