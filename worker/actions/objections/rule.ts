import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Objection, Ruling } from '../../../schema/api/consequences.ts'
import { objection, round } from '../../../schema/tables/county.ts'
import { findObjection, type ObjectionRow } from '../../data/objections.ts'
import { findRevision } from '../../data/revisions.ts'
import type { OwnedRound } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import { settleRound, settleStatements } from '../consequences/settle-round.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { pendingUnchanged } from '../publication/board-past.ts'
import { requireSoundAmendments } from '../publication/check-amendments.ts'
import { correctionBatch, workOutCorrection } from '../publication/correction.ts'
import { whileItChanges } from '../publication/retry.ts'
import { requireRound } from '../rounds/require-round.ts'
import { loadRoundInput } from '../rounds/round-input.ts'
import { objectionOf } from './objection-view.ts'

type Wanted = z.infer<typeof Ruling>

/**
 * Rules on a pending objection. While the round is closed, amendments enter its draft; once it is published they are
 * a correction, published in the same step, and the actions that rested for the objection go on or are cancelled.
 * Errors: not_found, forbidden, already_ruled, amendments_without_upholding, amendments_refused, conflict.
 */
export async function rule(context: CountyContext, id: string, wanted: Wanted): Promise<Objection> {
  const { db } = context
  if (!wanted.upheld && wanted.amendments?.length) throw new Problem('amendments_without_upholding')
  return withNudge(context, () =>
    whileItChanges(async () => {
      const found = await findObjection(db, id)
      if (!found) throw new Problem('not_found')
      const owned = await requireRound(context, found.round, 'objection.rule')
      if (found.state !== 'pending') throw new Problem('already_ruled')
      const effects = await effectsOf(context, owned, found, wanted)
      const [, [ruled]] = await db.write(
        db.demand(stillPending(context, found, owned)),
        ruling(context, id, wanted),
        ...effects,
        record(context, 'objection.rule', id, { round: found.round, upheld: wanted.upheld }),
      )
      if (!ruled) throw new Error(`objection ${id} vanished while it was ruled on`)
      return objectionOf(ruled, owned.round.roster)
    }),
  )
}

function stillPending({ db }: CountyContext, { id }: ObjectionRow, owned: OwnedRound) {
  const pending = and(eq(objection.id, id), eq(objection.state, 'pending')) ?? eq(objection.id, id)
  const same = and(eq(round.id, owned.round.id), eq(round.state, owned.round.state))
  return sql`${db.exists(objection, pending)} and ${db.exists(round, same ?? eq(round.id, owned.round.id))}`
}

function ruling({ db, member, now }: CountyContext, id: string, wanted: Wanted): Statement<ObjectionRow> {
  const { upheld, reason, amendments = [] } = wanted
  const state = upheld ? 'upheld' : 'rejected'
  const set = { state, reason, amendments, ruledBy: member.id, ruledAt: now.toISOString() } as const
  return db.update(objection, set, eq(objection.id, id))
}

/** What a ruling changes beside the objection itself; runs after the objection is no longer pending. */
async function effectsOf(
  context: CountyContext,
  owned: OwnedRound,
  { id }: ObjectionRow,
  { reason, amendments = [] }: Wanted,
): Promise<Statement<unknown>[]> {
  const { db } = context
  const mine = eq(round.id, owned.round.id)
  if (owned.round.state !== 'published') {
    if (amendments.length === 0) return []
    requireSoundAmendments(await loadRoundInput(db, owned.round), owned.round.roster, amendments)
    return [db.update(round, { version: sql`version + 1` }, mine)]
  }
  if (amendments.length > 0) {
    return correctionBatch(context, await workOutCorrection(db, owned, reason, amendments, id))
  }
  const current = await findRevision(db, owned.round.id, owned.round.revision)
  if (!current) throw new Error(`revision ${owned.round.revision} of round ${owned.round.id} is missing`)
  const { settlements, pending } = await settleRound(db, owned.round, current.result, id)
  const unchanged = and(mine, eq(round.revision, owned.round.revision)) ?? mine
  return [
    db.demand(sql`${pendingUnchanged(db, owned.round.id, pending)} and ${db.exists(round, unchanged)}`),
    ...settleStatements(db, settlements, reason),
  ]
}
