import { z } from 'zod'
import { RoundState } from './boards.ts'
import { Id, Instant, PageQuery } from './common.ts'
import { Objection, ObjectionState } from './consequences.ts'
import { RevisionEffect } from './revisions.ts'

/** An objection among those of all rounds: where it belongs, and since when its round is closed or published. */
export const ObjectionListed = Objection.extend({
  board: z.string(),
  boardName: z.string(),
  roundNo: z.int(),
  roundState: RoundState,
  closedAt: Instant.nullable(),
  township: z.string().nullable(),
  townshipName: z.string(),
})
export type ObjectionListed = z.infer<typeof ObjectionListed>

/** One state at a time, `pending` by default: those waiting longest first, the others newest first. */
export const ObjectionQuery = PageQuery.extend({ state: ObjectionState.optional(), township: Id.optional() })
export type ObjectionQuery = z.infer<typeof ObjectionQuery>

/**
 * What a ruling would move: in the draft of a closed round (`revision` 0), or by the revisions it would publish. The
 * counts of consequences are of those already made.
 */
export const RulingEffect = RevisionEffect.extend({
  rounds: z.array(RevisionEffect.shape.rounds.element.omit({ sha256: true })),
})
export type RulingEffect = z.infer<typeof RulingEffect>
