import type { IssueDetail, StepKind } from '../../../../schema/api/issues.ts'
import { wallClock } from '../../../lib/wall-clock.ts'
import { noValues, type StepValues } from './step-fields.ts'

const week = 7 * 86_400_000

/** What a step's form begins with: what the issue already says, so that nobody types it again. */
export function firstValues(kind: StepKind, issue: IssueDetail, now: number): StepValues {
  const { dueAt, lead, assisting, measure } = issue
  if (kind === 'assigned') {
    return {
      ...noValues,
      lead: lead ?? undefined,
      assisting,
      measure: measure ?? '',
      dueAt: dueAt === null ? '' : wallClock(dueAt),
    }
  }
  if (kind === 'started') return { ...noValues, measure: measure ?? '' }
  if (kind === 'deferral_asked') {
    return { ...noValues, dueAt: wallClock(Math.max(now, Date.parse(dueAt ?? '') || now) + week) }
  }
  if (kind === 'deferred') return { ...noValues, dueAt: wallClock(issue.deferralTo ?? now + week) }
  return noValues
}
