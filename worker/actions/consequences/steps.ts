import { and, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type {
  Cancellation,
  Completion,
  Consequence,
  FollowUp,
  Schedule,
} from '../../../schema/api/consequences.ts'
import { assignment, consequence } from '../../../schema/tables/county.ts'
import { type ConsequenceRow, findConsequence, promisesOf } from '../../data/consequences.ts'
import type { Verb } from '../../domain/access/grants.ts'
import { type Move, moves } from '../../domain/consequences/stages.ts'
import type { ProblemCode } from '../../problems/catalogue.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { shownConsequence } from './consequence-view.ts'
import { requireConsequence } from './require-consequence.ts'

// Each step is refused (409) outside the stages it may be taken from, leaves one row in the audit, and changes
// nothing where it has been taken already. Errors of all: not_found, forbidden, wrong_stage.

/** Says when and where it is to be held and by whom; again, it moves it. */
export function schedule(context: CountyContext, id: string, { at, venue, host }: z.infer<typeof Schedule>) {
  const set = { scheduledFor: at, venue, host }
  const same = (row: ConsequenceRow) =>
    row.stage === 'scheduled' && row.scheduledFor === at && row.venue === venue && row.host === host
  return take(context, id, { move: 'schedule', set, same, detail: { at } })
}

export function unschedule(context: CountyContext, id: string) {
  const set = { scheduledFor: null, venue: null, host: null }
  return take(context, id, { move: 'unschedule', set, same: ({ stage }) => stage === 'proposed' })
}

/** Sets the day on which somebody looks again. */
export function followUp(context: CountyContext, id: string, { on }: z.infer<typeof FollowUp>) {
  const same = (row: ConsequenceRow) => row.stage === 'follow_up' && row.followUpOn === on
  return take(context, id, { move: 'follow_up', set: { followUpOn: on }, same, detail: { on } })
}

export function endFollowUp(context: CountyContext, id: string) {
  const same = ({ stage }: ConsequenceRow) => stage === 'held'
  return take(context, id, { move: 'end_follow_up', set: { followUpOn: null }, same })
}

/** Ends it, once every promise is kept or has been dropped. Errors: promises_open too. */
export function complete(context: CountyContext, id: string, { note }: z.infer<typeof Completion>) {
  const set = { completedAt: context.now.toISOString(), completionNote: note ?? null }
  const open = and(promisesOf(id), eq(assignment.state, 'open')) ?? promisesOf(id)
  return take(context, id, {
    ...{ move: 'complete', set, same: ({ stage }) => stage === 'done' },
    ...{ when: context.db.absent(assignment, open), otherwise: 'promises_open' },
  })
}

export function reopen(context: CountyContext, id: string) {
  const same = ({ stage }: ConsequenceRow) => stage === 'held' || stage === 'follow_up'
  return take(context, id, { move: 'reopen', set: { completedAt: null, completionNote: null }, same })
}

/** The office lets it be, for a reason. */
export function cancel(context: CountyContext, id: string, { reason }: z.infer<typeof Cancellation>) {
  const set = { state: 'cancelled', reason, cancelledBy: context.member.id } as const
  const same = (row: ConsequenceRow) => row.stage === 'cancelled' && row.reason === reason
  return take(context, id, { move: 'cancel', verb: 'consequence.cancel', set, same })
}

/** Calls back what somebody cancelled. Errors: cancelled_by_correction too. */
export function restore(context: CountyContext, id: string) {
  return take(context, id, {
    ...{ move: 'restore', verb: 'consequence.cancel' },
    set: { state: 'proposed', reason: null, cancelledBy: null },
    same: ({ stage }) => stage === 'proposed' || stage === 'scheduled',
    ...{ when: isNotNull(consequence.cancelledBy), otherwise: 'cancelled_by_correction' },
  })
}

type Step = {
  move: Exclude<Move, 'record'>
  /** Which verb the member needs; by default the one that records too. */
  verb?: Verb
  set: Parameters<CountyContext['db']['update']>[1]
  /** Whether the row is already as the step would leave it. */
  same: (row: ConsequenceRow) => boolean
  /** A further precondition, and the problem that says it does not hold. */
  when?: SQL
  otherwise?: ProblemCode
  detail?: Record<string, unknown>
}

async function take(context: CountyContext, id: string, step: Step): Promise<Consequence> {
  const { db } = context
  const { move, verb = 'consequence.write', set, same, when, otherwise, detail = {} } = step
  const found = await requireConsequence(context, id, verb)
  if (same(found)) return shownConsequence(db, found)
  const from = and(eq(consequence.id, id), inArray(consequence.stage, [...moves[move]]), when)
  const ready = from ?? eq(consequence.id, id)
  const [, [moved]] = await db.write(
    record(
      context,
      `consequence.${move}`,
      id,
      { from: found.stage, ...detail },
      db.exists(consequence, ready),
    ),
    db.update(consequence, set, ready),
  )
  if (moved) return shownConsequence(db, moved)
  const now = await findConsequence(db, id)
  if (now && same(now)) return shownConsequence(db, now)
  const inStage = moves[move].some((stage) => stage === now?.stage)
  throw new Problem(inStage && otherwise ? otherwise : 'wrong_stage')
}
