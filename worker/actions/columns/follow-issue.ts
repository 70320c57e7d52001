import type { IssueStep } from '../../../schema/api/issues.ts'
import { rectifyExposures, withdrawExposures } from '../../data/exposures.ts'
import { newId } from '../../data/new-id.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'

/**
 * What a step of an issue does to the exposures that name it, for the step's own batch, after its photos: closed, they
 * stand as rectified beside the photos of after; rejected or joined to another, or found again, they leave the column.
 */
export function followIssue(
  { db, now, member }: Pick<CountyContext, 'db' | 'now' | 'member'>,
  issue: string,
  { kind, good }: Pick<IssueStep, 'kind' | 'good'>,
): Statement<unknown>[] {
  const following = { issue, by: member.id, now, batch: newId(now.getTime()) }
  if (kind === 'closed') return rectifyExposures(db, following)
  if (kind === 'rejected' || kind === 'joined') {
    return withdrawExposures(db, following, 'published', `issue_${kind}`)
  }
  const again = kind === 'reopened' || (kind === 'revisited' && good === false)
  return again ? withdrawExposures(db, following, 'rectified', 'issue_reopened') : []
}
