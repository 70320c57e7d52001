import { and, eq } from 'drizzle-orm'
import type { Standings } from '../../../schema/api/ranking.ts'
import { consequence } from '../../../schema/tables/county.ts'
import { selectConsequencesOf } from '../../data/consequences.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectPending } from '../../data/objections.ts'
import { selectRevision } from '../../data/revisions.ts'
import type { RoundRow } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { propose } from '../../domain/consequences/propose.ts'
import { type Settlement, settle } from '../../domain/consequences/settle.ts'

/**
 * What other standings, or a ruling, do to the actions of a published round. `ruled` is an objection that counts as
 * decided already; `pending` is how many others wait.
 */
export async function settleRound(
  db: CountyDb,
  round: RoundRow,
  result: Standings,
  ruled?: string,
): Promise<{ settlements: Settlement[]; pending: number }> {
  const [actions, waiting, [first]] = await db.together(
    selectConsequencesOf(db, round.id),
    selectPending(db, round.id),
    selectRevision(db, round.id, 1),
  )
  const rules = round.policy.consequences ?? []
  const pending = waiting.filter(({ id }) => id !== ruled)
  const resting = new Set(pending.map(({ subject }) => subject))
  const before = first ? propose(first.result, rules, round.roster) : []
  const after = propose(result, rules, round.roster)
  const standing = actions.map(({ cancelledBy, ...action }) => ({ ...action, byHand: cancelledBy !== null }))
  return { settlements: settle(standing, before, after, resting), pending: pending.length }
}

/** Carries settlements out; an action recorded meanwhile keeps its state. */
export function settleStatements(
  db: CountyDb,
  settlements: readonly Settlement[],
  reason: string,
): Statement<unknown>[] {
  return settlements.map(({ id, from, state, subjects, lost }) => {
    // Not lost and cancelled is what somebody cancelled: their reason stays.
    const why = lost ? { reason, cancelledBy: null } : state === 'cancelled' ? {} : { reason: null }
    const asRead = and(eq(consequence.id, id), eq(consequence.state, from)) ?? eq(consequence.id, id)
    return db.update(consequence, { state, subjects, ...why }, asRead)
  })
}
