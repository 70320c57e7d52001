import type { IssueState } from '../../../schema/api/issues.ts'

const settled: ReadonlySet<IssueState> = new Set(['closed', 'rejected', 'duplicate'])

/** The type behind the label: whether nothing is left to do about an issue in this state. */
export function isSettled(state: IssueState): boolean {
  return settled.has(state)
}

/** What a township's tally counts of one issue: 0 or 1 each. Rectified, it waits for somebody else and is not overdue. */
export type Counted = { open: number; overdue: number; awaiting: number }

export function counted({ state, overdueAt }: { state: IssueState; overdueAt: string | null }): Counted {
  const open = isSettled(state) ? 0 : 1
  const awaiting = state === 'rectified' ? 1 : 0
  return { open, overdue: overdueAt !== null ? open - awaiting : 0, awaiting }
}
