import type { Objection } from '../../../schema/api/consequences.ts'
import { findObjection, stillPending } from '../../data/objections.ts'
import { findOwnedRound } from '../../data/rounds.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { whileItChanges } from '../publication/retry.ts'
import { effectsOf } from './effects.ts'
import { endObjection } from './end-objection.ts'
import { objectionShown } from './objection-view.ts'

/**
 * Takes back a pending objection that the member filed; actions that rested for it go on. Again, it changes nothing.
 * Errors: not_found (another's as well), already_ruled, conflict.
 */
export async function withdraw(context: CountyContext, id: string): Promise<Objection> {
  const { db, member } = context
  return withNudge(context, () =>
    whileItChanges(async () => {
      const found = await findObjection(db, id)
      const owned = found && found.filedBy === member.id ? await findOwnedRound(db, found.round) : undefined
      if (!found || !owned) throw new Problem('not_found')
      if (found.state === 'withdrawn') return objectionShown(context, found, owned.round.roster)
      if (found.state !== 'pending') throw new Problem('already_ruled')
      const effects = await effectsOf(context, owned, { objection: id, reason: '', amendments: [] })
      const [, [withdrawn]] = await db.write(
        db.demand(stillPending(db, found, owned.round)),
        endObjection(context, id, { state: 'withdrawn', reason: null, amendments: [] }),
        ...effects,
        record(context, 'objection.withdraw', id, { round: found.round }),
      )
      if (!withdrawn) throw new Error(`objection ${id} vanished while it was withdrawn`)
      return objectionShown(context, withdrawn, owned.round.roster)
    }),
  )
}
