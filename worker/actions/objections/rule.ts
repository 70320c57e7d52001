import type { z } from 'zod'
import type { Objection, Ruling } from '../../../schema/api/consequences.ts'
import type { RulingEffect } from '../../../schema/api/objections.ts'
import { findObjection, type ObjectionRow, stillPending } from '../../data/objections.ts'
import type { OwnedRound } from '../../data/rounds.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { whileItChanges } from '../publication/retry.ts'
import { requireRound } from '../rounds/require-round.ts'
import { effectsOf, foreseen } from './effects.ts'
import { endObjection } from './end-objection.ts'
import { objectionShown } from './objection-view.ts'

type Wanted = z.infer<typeof Ruling>

/**
 * Rules on a pending objection. While the round is closed, amendments enter its draft; once it is published they are
 * a correction, published in the same step, and the actions that rested for the objection go on or are cancelled.
 * Errors: not_found, forbidden, already_ruled, amendments_without_upholding, amendments_refused, conflict.
 */
export async function rule(context: CountyContext, id: string, wanted: Wanted): Promise<Objection> {
  const { db } = context
  const { upheld, reason, amendments = [] } = wanted
  return withNudge(context, () =>
    whileItChanges(async () => {
      const { found, owned } = await toRuleOn(context, id, wanted)
      const effects = await effectsOf(context, owned, { objection: id, reason, amendments })
      const [, [ruled]] = await db.write(
        db.demand(stillPending(db, found, owned.round)),
        endObjection(context, id, { state: upheld ? 'upheld' : 'rejected', reason, amendments }),
        ...effects,
        record(context, 'objection.rule', id, { round: found.round, upheld }),
      )
      if (!ruled) throw new Error(`objection ${id} vanished while it was ruled on`)
      return objectionShown(context, ruled, owned.round.roster)
    }),
  )
}

/** What `rule` would move. Nothing is stored. */
export async function previewRuling(
  context: CountyContext,
  id: string,
  wanted: Wanted,
): Promise<RulingEffect> {
  const { reason, amendments = [] } = wanted
  const { owned } = await toRuleOn(context, id, wanted)
  return foreseen(context, owned, { objection: id, reason, amendments })
}

async function toRuleOn(
  context: CountyContext,
  id: string,
  { upheld, amendments }: Wanted,
): Promise<{ found: ObjectionRow; owned: OwnedRound }> {
  if (!upheld && amendments?.length) throw new Problem('amendments_without_upholding')
  const found = await findObjection(context.db, id)
  if (!found) throw new Problem('not_found')
  const owned = await requireRound(context, found.round, 'objection.rule')
  if (found.state !== 'pending') throw new Problem('already_ruled')
  return { found, owned }
}
