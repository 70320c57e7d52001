import type { ConsequenceState } from '../../../schema/api/consequences.ts'
import type { Proposal } from './propose.ts'

/** An action as it stands, as far as a correction or a ruling may change it. */
export type StandingAction = {
  id: string
  rule: number
  key: string
  state: ConsequenceState
  subjects: string[]
  /** Why it was paused, cancelled, or has lost its band since it was recorded. */
  reason: string | null
  /** Somebody cancelled it: only a correction that takes its band for good says more. */
  byHand?: boolean
}

/** What becomes of an action. `lost`: the correction took the band away, so the action carries the reason for it. */
export type Settlement = {
  id: string
  from: ConsequenceState
  state: ConsequenceState
  subjects: string[]
  lost: boolean
}

/**
 * What a correction or a ruling does to the actions of a round. Actions are made when the first revision is published
 * and never later, so one stays only for subjects that called for it then (`first`) and still do (`now`): with none
 * left it is cancelled, and it is proposed again should a later correction give the band back. A recorded one keeps
 * its record. `pending` holds the subjects whose objection waits for a ruling: their actions rest. Only actions that
 * change are listed.
 */
export function settle(
  actions: readonly StandingAction[],
  first: readonly Proposal[],
  now: readonly Proposal[],
  pending: ReadonlySet<string>,
): Settlement[] {
  const before = subjectsByKey(first)
  const after = subjectsByKey(now)
  return actions.flatMap((action) => {
    const name = nameOf(action)
    const made = new Set(before.get(name))
    const subjects = (after.get(name) ?? []).filter((subject) => made.has(subject))
    const settled = outcome(action, subjects, pending)
    return same(action, settled) ? [] : [settled]
  })
}

function outcome(
  { id, state: from, subjects: had, byHand = false }: StandingAction,
  subjects: string[],
  pending: ReadonlySet<string>,
): Settlement {
  const lost = subjects.length === 0
  if (from === 'recorded') return { id, from, state: from, subjects: had, lost }
  if (lost) return { id, from, state: 'cancelled', subjects: had, lost }
  if (byHand) return { id, from, state: from, subjects, lost }
  const state = subjects.some((subject) => pending.has(subject)) ? 'paused' : 'proposed'
  return { id, from, state, subjects, lost }
}

/** A record is never undone: whether it has lost its band stands in its reason alone. */
function same(action: StandingAction, { state, subjects, lost }: Settlement): boolean {
  if (state === 'recorded') return lost === (action.reason !== null)
  // What somebody cancelled cannot be called back once its band is gone.
  if (action.byHand && lost) return false
  return state === action.state && subjects.join() === action.subjects.join()
}

function subjectsByKey(proposals: readonly Proposal[]): Map<string, string[]> {
  return new Map(proposals.map((proposal) => [nameOf(proposal), proposal.subjects]))
}

function nameOf({ rule, key }: { rule: number; key: string }): string {
  return `${rule} ${key}`
}

/** How many actions a correction cancels and how many it calls back. */
export function countSettled(settlements: readonly Settlement[]): { created: number; cancelled: number } {
  const changed = settlements.filter(({ from, state }) => from !== state)
  return {
    created: changed.filter(({ from }) => from === 'cancelled').length,
    cancelled: changed.filter(({ state }) => state === 'cancelled').length,
  }
}
