import type { IssueState, StepKind } from '../../../schema/api/issues.ts'
import type { Verb } from '../access/grants.ts'

/** What decides where a step leads, beside the state. */
export type Situation = {
  state: IssueState
  /** Whether somebody leads it. */
  led: boolean
  /** Whether a deferral waits for a ruling. */
  deferralAsked: boolean
}

type Move = IssueState | 'same' | 'again'
const beingRepaired = ['assigned', 'rectifying', 'returned', 'deferred'] as const

/**
 * Where each step leads from each state; a state that is not listed refuses the step. `same` leaves the state, `again`
 * puts it back to work: assigned to whoever leads it, found where nobody does.
 */
const moves: Record<StepKind, Partial<Record<IssueState, Move>>> = {
  assigned: { found: 'assigned' },
  transferred: from(beingRepaired, 'assigned'),
  started: from(['assigned', 'returned', 'deferred'], 'rectifying'),
  rectified: from(beingRepaired, 'rectified'),
  returned: { rectified: 'returned' },
  deferral_asked: from(beingRepaired, 'same'),
  deferred: from(beingRepaired, 'deferred'),
  deferral_refused: from(beingRepaired, 'same'),
  rejected: from(['found', ...beingRepaired], 'rejected'),
  joined: from(['found', ...beingRepaired], 'duplicate'),
  closed: { rectified: 'closed' },
  reopened: from(['closed', 'rejected', 'duplicate'], 'again'),
  revisited: { closed: 'same' },
  noted: from(['found', ...beingRepaired, 'rectified', 'closed', 'rejected', 'duplicate'], 'same'),
}

/**
 * The state after a step, or undefined where the step cannot be taken now. A revisit that finds it not `good` puts the
 * issue back to work. A deferral is asked for once at a time, and only what was asked for is ruled on.
 */
export function next(situation: Situation, kind: StepKind, good = true): IssueState | undefined {
  const { state, led, deferralAsked } = situation
  const move = kind === 'revisited' && !good && state === 'closed' ? 'again' : moves[kind][state]
  if (move === undefined) return undefined
  if (kind === 'deferral_asked' && deferralAsked) return undefined
  if ((kind === 'deferred' || kind === 'deferral_refused') && !deferralAsked) return undefined
  if (move === 'again') return led ? 'assigned' : 'found'
  return move === 'same' ? state : move
}

/** What a member must be allowed to do to take a step. */
export const verbOf: Record<StepKind, Verb> = {
  assigned: 'issue.assign',
  transferred: 'issue.assign',
  started: 'issue.rectify',
  rectified: 'issue.rectify',
  returned: 'issue.verify',
  deferral_asked: 'issue.rectify',
  deferred: 'issue.rule',
  deferral_refused: 'issue.rule',
  rejected: 'issue.rule',
  joined: 'issue.rule',
  closed: 'issue.verify',
  reopened: 'issue.rule',
  revisited: 'issue.verify',
  noted: 'issue.write',
}

function from(states: readonly IssueState[], move: Move): Partial<Record<IssueState, Move>> {
  return Object.fromEntries(states.map((state) => [state, move]))
}
