import type { ComplaintStanding, ComplaintState } from '../../../schema/api/complaints.ts'
import type { IssueState } from '../../../schema/api/issues.ts'

/** What the issue of a complaint says about it. */
type Followed = { state: IssueState; settled: boolean }

/**
 * Where a complaint stands for its writer. One that looks like a machine's work has been received like any other; one
 * taken up follows its issue: in hand while that is open, done once it is closed, declined where it was found to be none.
 */
export function standingOf(state: ComplaintState, issue: Followed | undefined): ComplaintStanding {
  switch (state) {
    case 'received':
    case 'doubtful':
      return 'received'
    case 'answered':
      return 'done'
    case 'declined':
      return 'declined'
    case 'taken':
      return issue?.state === 'closed' ? 'done' : issue?.state === 'rejected' ? 'declined' : 'in_hand'
  }
}
