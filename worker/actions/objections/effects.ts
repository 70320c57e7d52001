import { and, eq, sql } from 'drizzle-orm'
import type { RulingEffect } from '../../../schema/api/objections.ts'
import type { Amendment, Standings } from '../../../schema/api/ranking.ts'
import { round } from '../../../schema/tables/county.ts'
import { findRevision } from '../../data/revisions.ts'
import type { OwnedRound } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { countSettled } from '../../domain/consequences/settle.ts'
import { changes } from '../../domain/ranking/changes.ts'
import { rank } from '../../domain/ranking/rank.ts'
import { settleRound, settleStatements } from '../consequences/settle-round.ts'
import type { CountyContext } from '../context.ts'
import { pendingUnchanged } from '../publication/board-past.ts'
import { requireSoundAmendments } from '../publication/check-amendments.ts'
import { correctionBatch, effectOf, nameIn, nowhere, workOutCorrection } from '../publication/correction.ts'
import { loadRoundInput } from '../rounds/round-input.ts'

/** How an objection ends: with these amendments, for this reason. */
export type Outcome = { objection: string; reason: string; amendments: readonly Amendment[] }

/**
 * What the end of an objection changes beside itself; runs after it is no longer pending. While the round is closed,
 * amendments enter its draft; once it is published they are a correction, and actions that rested go on.
 * Errors: amendments_refused.
 */
export async function effectsOf(
  context: CountyContext,
  owned: OwnedRound,
  { objection, reason, amendments }: Outcome,
): Promise<Statement<unknown>[]> {
  const { db } = context
  const mine = eq(round.id, owned.round.id)
  if (owned.round.state !== 'published') {
    if (amendments.length === 0) return []
    requireSoundAmendments(await loadRoundInput(db, owned.round), owned.round.roster, amendments)
    return [db.update(round, { version: sql`version + 1` }, mine)]
  }
  if (amendments.length > 0) {
    return correctionBatch(context, await workOutCorrection(db, owned, reason, amendments, objection))
  }
  const { settlements, pending } = await settleRound(db, owned.round, await shown(context, owned), objection)
  const unchanged = and(mine, eq(round.revision, owned.round.revision)) ?? mine
  return [
    db.demand(sql`${pendingUnchanged(db, owned.round.id, pending)} and ${db.exists(round, unchanged)}`),
    ...settleStatements(db, settlements, reason),
  ]
}

/** What `effectsOf` would move. Nothing is stored. Errors: amendments_refused. */
export async function foreseen(
  context: Pick<CountyContext, 'db'>,
  owned: OwnedRound,
  { objection, reason, amendments }: Outcome,
): Promise<RulingEffect> {
  const { db } = context
  if (owned.round.state === 'published') {
    if (amendments.length > 0) {
      const effect = effectOf(await workOutCorrection(db, owned, reason, amendments, objection))
      return { ...effect, rounds: effect.rounds.map(({ sha256: _, ...round }) => round) }
    }
    const { settlements } = await settleRound(db, owned.round, await shown(context, owned), objection)
    return { rounds: [], consequences: countSettled(settlements) }
  }
  const input = await loadRoundInput(db, owned.round)
  requireSoundAmendments(input, owned.round.roster, amendments)
  const after = rank({ ...input, amendments: [...(input.amendments ?? []), ...amendments] })
  const moved = changes(rank(input), after).map(({ subject, before, after: now }) => ({
    ...{ subject, name: nameIn(owned.round, subject) },
    ...{ before: before ?? nowhere, after: now ?? nowhere },
  }))
  const { id, no } = owned.round
  const draft = { round: id, no, revision: 0, changes: moved }
  return { rounds: [draft], consequences: { created: 0, cancelled: 0 } }
}

async function shown({ db }: Pick<CountyContext, 'db'>, { round: of }: OwnedRound): Promise<Standings> {
  const current = await findRevision(db, of.id, of.revision)
  if (!current) throw new Error(`revision ${of.revision} of round ${of.id} is missing`)
  return current.result
}
