import type { ColumnState } from '../../../schema/api/columns.ts'
import { can, type Member } from '../access/can.ts'

/** What can be done to an article. */
export type ColumnAct =
  | 'change'
  | 'submit'
  | 'take_back'
  | 'return'
  | 'publish'
  | 'withdraw'
  | 'discard'
  | 'restore'
  | 'mark'

/** From which states. A change of what was submitted returns it to draft. */
export const statesBefore: Readonly<Record<ColumnAct, readonly ColumnState[]>> = {
  change: ['draft', 'in_review'],
  submit: ['draft'],
  take_back: ['in_review'],
  return: ['in_review'],
  publish: ['in_review'],
  withdraw: ['published', 'rectified'],
  discard: ['draft'],
  restore: ['discarded'],
  /** Marking photos for blur: what the clock put there too, once an exposure is rectified. */
  mark: ['draft', 'in_review', 'published', 'rectified'],
}

/** Where an article lies, how far it is, and whether the member has written on it. */
export type Standing = { state: ColumnState; township: string | null; own: boolean }

/** Whether a member may do something to an article as it stands: nobody reviews what they have written on. */
export function mayAct(member: Member, act: ColumnAct, article: Standing): boolean {
  return statesBefore[act].includes(article.state) && isFor(member, act, article)
}

/** The same, whatever the state: tells what is not the member's to do from what comes too late. */
export function isFor(member: Member, act: ColumnAct, { township, own }: Omit<Standing, 'state'>): boolean {
  const writes = can(member, 'column.write', { township })
  const reviews = can(member, 'column.review')
  switch (act) {
    case 'return':
    case 'publish':
      return reviews && !own
    case 'withdraw':
    case 'mark':
      return writes || reviews
    default:
      return writes
  }
}

/** Whether a member sees an article that does not stand in the column, and what it was made from. */
export function seesDraft(member: Member, { township }: { township: string | null }): boolean {
  return can(member, 'column.draft', { township })
}

/** Whether an article in this state stands in the column. */
export function isShown(state: ColumnState): state is 'published' | 'rectified' {
  return state === 'published' || state === 'rectified'
}
