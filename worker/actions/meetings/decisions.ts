import type { DecisionIssue, DecisionTask, MeetingDetail } from '../../../schema/api/outreach.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { type DecisionRow, markDecision, selectDecision, stillOnlyDecided } from '../../data/meetings.ts'
import { selectLineages, selectNamesOf } from '../../data/names.ts'
import { endOf } from '../../domain/consequences/due-on.ts'
import { faultAt, refuseFaults } from '../../problems/field-faults.ts'
import { Problem } from '../../problems/problem.ts'
import { assign } from '../assignments/work.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { raiseIssue } from '../issues/raise-issue.ts'
import { dueBy } from '../nudge.ts'
import { requireCan } from '../require.ts'
import { requireMeeting } from './meeting-view.ts'
import { readMeeting } from './meetings.ts'

/**
 * A decision becomes a task that somebody leads, due by the end of a day, with the clock that reminds and escalates.
 * The same again changes nothing. Errors: not_found, forbidden, invalid, decision_taken.
 */
export async function decideTask(
  context: CountyContext,
  id: string,
  decisionId: string,
  { lead, assisting = [], dueOn }: DecisionTask,
): Promise<MeetingDetail> {
  const { db, now } = context
  const { decision } = await requireDecision(context, id, decisionId)
  const dueAt = new Date(endOf(dueOn))
  const [names, lineages] = await db.together(
    selectNamesOf(db, [lead, ...assisting]),
    selectLineages(db, [lead]),
  )
  const known = new Set(names.map(({ id: of }) => of))
  refuseFaults([
    ...(known.has(lead) ? [] : [{ path: 'lead', fault: 'unknown' as const }]),
    ...assisting.flatMap((one, at) =>
      known.has(one) ? [] : [{ path: `assisting.${at}`, fault: 'unknown' as const }],
    ),
    ...(assisting.includes(lead) ? [{ path: 'assisting', fault: 'lead_assists' as const }] : []),
    ...(dueAt <= now ? [{ path: 'dueOn', fault: 'past' as const }] : []),
  ])
  if (decision.became === 'task') return readMeeting(context, id)
  if (decision.became) throw new Problem('decision_taken')
  const township = lineages.find(({ level }) => level === 'township')?.id ?? null
  const { statements, nextAt } = assign(context, [
    { id: decisionId, origin: 'task', originId: id, text: decision.text, lead, assisting, township, dueAt },
  ])
  if (nextAt !== null) await dueBy(context, nextAt)
  await db
    .write(
      db.demand(stillOnlyDecided(db, decisionId)),
      markDecision(db, decisionId, 'task', null),
      ...statements,
      record(context, 'decision.task', decisionId, { meeting: id, lead, dueOn }),
    )
    .catch(handedOn)
  return readMeeting(context, id)
}

/**
 * A decision becomes an issue of the ledger, with the ledger's own rules of who leads and by when. The same again
 * changes nothing. Errors: not_found, forbidden, decision_taken, and those of `raiseIssue`.
 */
export async function decideIssue(
  context: CountyContext,
  id: string,
  decisionId: string,
  { issue, category, area, lead }: DecisionIssue,
): Promise<MeetingDetail> {
  const { db, now } = context
  const { decision } = await requireDecision(context, id, decisionId)
  if (decision.became === 'issue' && decision.issue === issue) return readMeeting(context, id)
  if (decision.became) throw new Problem('decision_taken')
  const body = {
    ...{ category, area, source: 'meeting' as const, text: decision.text, foundAt: now.toISOString() },
    ...(lead === undefined ? {} : { lead }),
  }
  const { created } = await raiseIssue(context, issue, body, [
    db.demand(stillOnlyDecided(db, decisionId)),
    markDecision(db, decisionId, 'issue', issue),
    record(context, 'decision.issue', decisionId, { meeting: id, issue }),
  ])
  if (!created) throw faultAt('issue', 'twice')
  return readMeeting(context, id)
}

async function requireDecision(
  context: CountyContext,
  id: string,
  decisionId: string,
): Promise<{ decision: DecisionRow }> {
  const found = await requireMeeting(context, id)
  requireCan(context.member, 'meeting.write', { township: found.township })
  const [[decision]] = await context.db.together(selectDecision(context.db, decisionId))
  if (decision?.meeting !== id) throw new Problem('not_found')
  return { decision }
}

function handedOn(error: unknown): never {
  throw error instanceof NotAsRead ? new Problem('decision_taken') : error
}
