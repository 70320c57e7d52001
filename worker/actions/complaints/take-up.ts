import { eq, sql } from 'drizzle-orm'
import type { Complaint, ComplaintIssue } from '../../../schema/api/complaints.ts'
import type { IssueRaised, NewIssue } from '../../../schema/api/issues.ts'
import { issue } from '../../../schema/tables/county.ts'
import { moveComplaint } from '../../data/complaints.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { raiseIssue } from '../issues/raise-issue.ts'
import { shownComplaints } from './complaint-view.ts'
import { requireComplaint } from './read-complaints.ts'

/** What the office has not decided about yet. */
export const waiting = ['received', 'doubtful'] as const

/**
 * Takes a complaint up in a new issue, in one batch; the issue carries the complaint's id and nothing of who wrote it.
 * The same again gives the first one. Errors: not_found, conflict (decided about meanwhile), and those of raising an issue.
 */
export async function raiseFromComplaint(
  context: CountyContext,
  id: string,
  { id: issueId, ...wanted }: ComplaintIssue,
): Promise<{ complaint: Complaint; issue: IssueRaised }> {
  const { db } = context
  const before = await requireComplaint(context, id)
  const again = before.state === 'taken' && before.issue === issueId
  if (!again && !isWaiting(before.state)) throw new Problem('conflict')
  const body: NewIssue = { ...wanted, source: 'complaint', foundAt: before.at }
  const { issue: raised } = await raiseIssue(context, issueId, body, [], {
    ref: id,
    after: [
      moveComplaint(db, id, waiting, { state: 'taken', issue: issueId }),
      db.demand(sql`changes() = 1`),
      record(context, 'complaint.raise', id, { issue: issueId }),
    ],
  })
  return { complaint: await shown(context, id), issue: raised }
}

/** Takes it up in an issue that others have already told of. Errors: not_found, conflict, invalid (no such issue). */
export async function joinIssue(context: CountyContext, id: string, issueId: string): Promise<Complaint> {
  const { db } = context
  const there = db.exists(issue, eq(issue.id, issueId))
  const [[moved]] = await db.write(
    moveComplaint(db, id, waiting, { state: 'taken', issue: issueId }, there),
    record(context, 'complaint.join', id, { issue: issueId }, sql`changes() = 1`),
  )
  if (moved) return shown(context, id)
  const now = await requireComplaint(context, id)
  if (now.state === 'taken' && now.issue === issueId) return shown(context, id)
  if (isWaiting(now.state)) throw noSuchIssue()
  throw new Problem('conflict')
}

export async function shown(context: Pick<CountyContext, 'db'>, id: string): Promise<Complaint> {
  const [complaint] = await shownComplaints(context.db, [await requireComplaint(context, id)])
  if (!complaint) throw new Problem('not_found')
  return complaint
}

function isWaiting(state: string): boolean {
  return waiting.some((one) => one === state)
}

function noSuchIssue(): Problem {
  const message = { zh: '台账里没有这件问题', en: 'No such issue in the ledger' }
  return new Problem('invalid', {}, { fields: (language) => [{ path: 'issue', message: message[language] }] })
}
