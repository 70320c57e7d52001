import { type Issue, type IssueState, issueStates, type StepKind } from '../../../../schema/api/issues.ts'
import type { Member } from '../../../../worker/domain/access/can.ts'
import { reaches } from '../../../../worker/domain/issues/reach.ts'
import { isSettled } from '../../../../worker/domain/issues/states.ts'
import { next, verbOf } from '../../../../worker/domain/issues/steps.ts'
import type { Settled } from './filters.ts'

/** The steps that move a card, in the order in which they are offered. */
const moving: readonly StepKind[] = [
  ...(['assigned', 'started', 'rectified', 'closed', 'returned'] as const),
  ...(['deferral_asked', 'deferred', 'transferred', 'joined', 'rejected', 'reopened'] as const),
]

/** The columns of the board: the states the filter lets through; among the open ones, what was closed is the goal. */
export function columnsOf(wanted: Settled): IssueState[] {
  if (wanted === 'all') return [...issueStates]
  return issueStates.filter((state) => isSettled(state) === (wanted === 'settled') || state === 'closed')
}

/** The steps a member may take with an issue, as far as the list tells; the server has the last word. */
export function stepsFor(member: Member, issue: Issue): StepKind[] {
  const { state, lead, deferralTo } = issue
  const situation = { state, led: lead !== null, deferralAsked: deferralTo !== null }
  return moving.filter(
    (kind) =>
      next(situation, kind) !== undefined && reaches(member, verbOf[kind], { ...issue, assisting: [] }),
  )
}

/** The step that leads an issue to another column; undefined where none does. */
export function stepInto(member: Member, issue: Issue, column: IssueState): StepKind | undefined {
  const { state, lead, deferralTo } = issue
  if (column === state) return undefined
  const situation = { state, led: lead !== null, deferralAsked: deferralTo !== null }
  return stepsFor(member, issue).find((kind) => next(situation, kind) === column)
}
