import type { Issue, IssueStep } from '../../../schema/api/issues.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { type NamedIssueRow, selectNamedIssues } from '../../data/issue-lists.ts'
import { type IssueRow, selectIssue } from '../../data/issues.ts'
import { sha256 } from '../../data/sha256.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { isOwnWork, judging, reaches } from '../../domain/issues/reach.ts'
import { stepErrors } from '../../domain/issues/step-errors.ts'
import { next, verbOf } from '../../domain/issues/steps.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import { followIssue } from '../columns/follow-issue.ts'
import type { CountyContext } from '../context.ts'
import { latest, whereabouts } from '../field/whereabouts.ts'
import { dueBy } from '../nudge.ts'
import { attachPhotos } from '../photos/attach.ts'
import { isFuture } from './draft-issue.ts'
import { namesById, namesOf, shownIssue, shownIssues } from './issue-view.ts'
import { refused } from './refusals.ts'
import { stepBatch } from './step-batch.ts'
import { readStepGround, type StepGround } from './step-ground.ts'

/**
 * Takes a step of an issue under the client's id; the same step again changes nothing. Errors: not_found, forbidden,
 * invalid, own_work (judging one's own repair), issue_moved_on (not from this state, or somebody was first: the answer
 * says who did what), id_taken (the id served another step).
 */
export async function takeStep(
  context: CountyContext,
  issueId: string,
  stepId: string,
  step: IssueStep,
): Promise<Issue> {
  const row = await stepTaken(context, issueId, stepId, step)
  if ('areaName' in row) return shownIssue(row, namesById(namesOf(row)))
  const [shown] = await shownIssues(context.db, [row])
  if (!shown) throw new Problem('not_found')
  return shown
}

/**
 * The same as a row, with the names of the answer where it is taken now: they are read in the batch that writes. Where
 * the issue changed between the read and the write, it is read once more: that says who was first, or lets the step be
 * taken after what does not stand in its way.
 */
export async function stepTaken(
  context: CountyContext,
  issueId: string,
  stepId: string,
  step: IssueStep,
  /** Its version when it was first read, where this is not the first time. */
  seen?: number,
): Promise<IssueRow | NamedIssueRow> {
  const { db } = context
  const { awaiting, ...said } = step
  const digest = await sha256(canonicalJson({ issue: issueId, ...said }))
  const ground = await readStepGround(db, issueId, stepId, step, context.now)
  const done = takenBefore(ground, issueId, digest)
  if (done) return done
  const { issue, situation, state } = allowed(context, ground, issueId, step)
  if (seen !== undefined && seen !== issue.version && step.kind !== 'noted') throw movedOn(ground)
  const batch = stepBatch(context, ground, { id: stepId, step, digest, state })
  const role = step.kind === 'rectified' || step.kind === 'closed' ? 'after' : 'evidence'
  const evidence = {
    target: 'issue' as const,
    targetId: issueId,
    area: issue.village ?? issue.area,
    awaiting,
  }
  const photos = await attachPhotos(context, { ...evidence, event: stepId, role }, step.photos ?? [])
  const { area, village } = issue
  const at = step.deviceAt ?? context.now.toISOString()
  const odd = await whereabouts(context, { target: 'issue', id: issueId, area, village, place: null, at })
  if (batch.nextAt !== null) await dueBy(context, batch.nextAt)
  try {
    const { kind } = step
    const results = await db.write(
      ...batch.statements,
      ...photos,
      ...odd,
      ...followIssue(context, issueId, step),
      record(context, `issue.${kind}`, issueId, { from: situation.state, state, step: stepId }),
      selectNamedIssues(db, selectIssue(db, issueId)),
    )
    return results.at(-1)?.[0] as NamedIssueRow
  } catch (error) {
    if (!(error instanceof NotAsRead)) throw error
    if (seen !== undefined) throw movedOn(ground)
    return stepTaken(context, issueId, stepId, step, issue.version)
  }
}

/** The issue as it stands, where this very step has been taken. */
function takenBefore({ issue, taken }: StepGround, issueId: string, digest: string): IssueRow | undefined {
  if (!taken) return undefined
  if (!issue || taken.issue !== issueId || taken.digest !== digest) throw new Problem('id_taken')
  return issue
}

function allowed(context: CountyContext, ground: StepGround, issueId: string, step: IssueStep) {
  const { member, now } = context
  const { issue, work, last } = ground
  if (!issue || issue.id !== issueId) throw new Problem('not_found')
  const placed = { ...issue, assisting: work?.assisting ?? [] }
  if (!reaches(member, 'issue.read', placed)) throw new Problem('not_found')
  if (!reaches(member, verbOf[step.kind], placed)) throw new Problem('forbidden')
  const faults = stepErrors(step, now)
  if (faults.length > 0) throw refused(faults)
  if (step.deviceAt !== undefined && isFuture(step.deviceAt, latest(context))) {
    throw refused([{ path: 'deviceAt', fault: 'future' }])
  }
  const situation = {
    state: issue.state,
    led: issue.lead !== null,
    deferralAsked: issue.deferralTo !== null,
  }
  const state = next(situation, step.kind, step.good)
  const stale = step.version !== undefined && step.version !== issue.version
  if (state === undefined || stale) throw movedOn({ issue, last })
  if (judging.has(step.kind) && isOwnWork(member, issue)) throw new Problem('own_work')
  return { issue, situation, state }
}

/** Somebody was first, or the step does not follow from this state: what it is now and who did what last. */
function movedOn({ issue, last }: Pick<StepGround, 'issue' | 'last'>): Problem {
  if (!issue) return new Problem('not_found')
  const did = last && { kind: last.kind, at: last.at, by: last.by, byRole: last.role, scope: last.scope }
  const extra = { state: issue.state, version: issue.version, last: did ?? null }
  return new Problem('issue_moved_on', {}, { extra })
}
