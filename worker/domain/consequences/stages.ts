import type { Stage } from '../../../schema/api/consequences.ts'

/** What somebody may do to a consequence, and the stages from which it may be done. */
export const moves = {
  schedule: ['proposed', 'scheduled'],
  unschedule: ['scheduled'],
  record: ['proposed', 'scheduled'],
  follow_up: ['held', 'follow_up'],
  end_follow_up: ['follow_up'],
  complete: ['held', 'follow_up'],
  reopen: ['done'],
  cancel: ['proposed', 'scheduled'],
  restore: ['cancelled'],
} as const satisfies Record<string, readonly Stage[]>

export type Move = keyof typeof moves

/** The stages in the order in which a consequence passes through them, then those beside the way. */
export const stages: readonly Stage[] = [
  'proposed',
  'scheduled',
  'held',
  'follow_up',
  'done',
  'paused',
  'cancelled',
]

/** As much of a consequence as says where it may go. */
export type Staged = { stage: Stage; followUpOn: string | null; cancelledByHand: boolean }

/**
 * The move that brings a consequence into another stage of the board, or undefined where none does: what a ruling or
 * a correction stopped waits for them, and a record stays.
 */
export function moveTo({ stage, followUpOn, cancelledByHand }: Staged, to: Stage): Move | undefined {
  if (stage === 'proposed' || stage === 'scheduled') return fromProposal(stage, to)
  if (stage === 'held' || stage === 'follow_up') return fromRecord(stage, to)
  if (stage === 'done') return to === (followUpOn === null ? 'held' : 'follow_up') ? 'reopen' : undefined
  if (stage === 'cancelled' && cancelledByHand && to === 'proposed') return 'restore'
  return undefined
}

function fromProposal(stage: Stage, to: Stage): Move | undefined {
  if (to === 'scheduled' && stage === 'proposed') return 'schedule'
  if (to === 'proposed' && stage === 'scheduled') return 'unschedule'
  if (to === 'held') return 'record'
  return to === 'cancelled' ? 'cancel' : undefined
}

function fromRecord(stage: Stage, to: Stage): Move | undefined {
  if (to === 'follow_up' && stage === 'held') return 'follow_up'
  if (to === 'held' && stage === 'follow_up') return 'end_follow_up'
  return to === 'done' ? 'complete' : undefined
}
