import type { IssueRow } from '../../data/issues.ts'
import { dueBy } from '../../domain/issues/deadline.ts'
import { reaches } from '../../domain/issues/reach.ts'
import { leadBy } from '../../domain/issues/rules.ts'
import { assign, type Change, resume, settle, transfer } from '../assignments/work.ts'
import type { CountyContext } from '../context.ts'
import { isWorker } from './draft-issue.ts'
import { refused } from './refusals.ts'
import type { Taking } from './step-batch.ts'
import type { StepGround } from './step-ground.ts'

/** What a step changes: the issue's own columns, what its event tells, who owes what by when. */
export type StepChange = {
  set: Partial<IssueRow>
  detail: Record<string, unknown>
  work: Change[]
  /** Who assists from now on, where that changes. */
  assisting?: readonly string[]
}

const day = 86_400_000

/** What a step does, apart from moving the state. Errors: invalid (a lead that is unknown or missing, the other issue). */
export function changeOf(
  context: CountyContext,
  ground: StepGround,
  issue: IssueRow,
  taking: Taking,
): StepChange {
  const { now, member } = context
  const { step } = taking
  const { work } = ground
  const at = now.toISOString()
  const note = step.note ?? null
  const measure = step.measure === undefined ? {} : { measure: step.measure }
  switch (step.kind) {
    case 'assigned':
      return assigned(context, ground, issue, taking)
    case 'transferred':
      return transferred(context, ground, issue, taking)
    case 'started':
      return { set: measure, detail: {}, work: [] }
    case 'rectified': {
      const onTime = issue.dueAt === null || at <= issue.dueAt
      const by = { rectifiedAt: at, rectifiedBy: member.id, rectifiedFor: member.scope.id }
      const set = { ...by, onTime, deferralTo: null, ...measure }
      return { set, detail: { onTime }, work: work ? [settle(context, work, 'done', note)] : [] }
    }
    case 'deferral_asked':
      return { set: { deferralTo: step.dueAt ?? null }, detail: { dueAt: step.dueAt }, work: [] }
    case 'deferral_refused':
      return { set: { deferralTo: null }, detail: { asked: issue.deferralTo }, work: [] }
    case 'deferred': {
      const dueAt = step.dueAt ?? issue.deferralTo ?? at
      const extended = work ? [resume(context, work, 'extended', new Date(dueAt), note)] : []
      const detail = { from: issue.dueAt, dueAt }
      return { set: { dueAt, overdueAt: null, deferralTo: null }, detail, work: extended }
    }
    case 'rejected':
    case 'joined': {
      if (step.kind === 'joined') requireOther(context, ground, issue, step.duplicateOf)
      const duplicateOf = step.kind === 'joined' ? (step.duplicateOf ?? null) : null
      const detail = step.kind === 'joined' ? { duplicateOf, no: ground.other?.no } : {}
      const cancelled = work ? [settle(context, work, 'cancelled', note)] : []
      return { set: { duplicateOf, deferralTo: null }, detail, work: cancelled }
    }
    case 'closed': {
      const revisitAt = now.getTime() + ground.revisits.afterDays * day
      return { set: { closedAt: at, closedBy: member.id, fixed: true, revisitAt }, detail: {}, work: [] }
    }
    case 'returned':
      return again(context, ground, issue, taking, {})
    case 'reopened': {
      const undone = { closedAt: null, closedBy: null, fixed: null, revisitAt: null, duplicateOf: null }
      return again(context, ground, issue, taking, undone)
    }
    case 'revisited': {
      if (step.good) return { set: { fixed: true, revisitAt: null }, detail: { good: true }, work: [] }
      const lapsed = { relapses: issue.relapses + 1, relapsedAt: at, revisitAt: null }
      const undone = { ...lapsed, fixed: false, closedAt: null, closedBy: null }
      return again(context, ground, issue, taking, undone)
    }
    case 'noted':
      return { set: {}, detail: {}, work: [] }
  }
}

/** Given out for the first time: to whom the step says, else as the rules say. */
function assigned(context: CountyContext, ground: StepGround, issue: IssueRow, { step }: Taking): StepChange {
  const ruled = leadBy(ground.rules, issue.category, ground.lineages.get(issue.area) ?? [])
  const lead = step.lead ?? ruled?.lead
  if (lead === undefined) throw refused([{ path: 'lead', fault: 'unled' }])
  const assisting = (step.assisting ?? ruled?.assisting ?? []).filter((one) => one !== lead)
  requireWorkers(ground, step)
  const due = step.dueAt ? new Date(step.dueAt) : freshDue(context, ground)
  const dueAt = due.toISOString()
  const { id, text, township } = issue
  const owed = { id, origin: 'issue' as const, originId: id, text, lead, assisting, township, dueAt: due }
  const measure = step.measure === undefined ? {} : { measure: step.measure }
  return {
    set: { lead, assignment: id, dueAt, overdueAt: null, ...measure },
    detail: { lead, assisting, dueAt },
    work: [assign(context, [owed])],
    assisting,
  }
}

/** Handed on with a reason. A time that has passed already starts anew for whoever takes over. */
function transferred(
  context: CountyContext,
  ground: StepGround,
  issue: IssueRow,
  { step }: Taking,
): StepChange {
  requireWorkers(ground, step)
  const lead = step.lead ?? issue.lead ?? ''
  const assisting = (step.assisting ?? ground.work?.assisting ?? []).filter((one) => one !== lead)
  const passed = issue.dueAt === null || Date.parse(issue.dueAt) <= context.now.getTime()
  const due = step.dueAt ? new Date(step.dueAt) : passed ? freshDue(context, ground) : undefined
  const clock = due ? { dueAt: due.toISOString(), overdueAt: null } : {}
  const to = { lead, assisting, dueAt: due }
  return {
    set: { lead, deferralTo: null, ...clock },
    detail: { from: issue.lead, lead, assisting, ...(due && { dueAt: due.toISOString() }) },
    work: ground.work ? [transfer(context, ground.work, to, step.note ?? '')] : [],
    assisting,
  }
}

/** Back to work: not good enough, open again or found again. What time is left stays, else there is as much as at first. */
function again(
  context: CountyContext,
  ground: StepGround,
  issue: IssueRow,
  { step }: Taking,
  set: Partial<IssueRow>,
): StepChange {
  const left = issue.dueAt !== null && Date.parse(issue.dueAt) > context.now.getTime()
  const due = step.dueAt
    ? new Date(step.dueAt)
    : left && issue.dueAt
      ? new Date(issue.dueAt)
      : freshDue(context, ground)
  const clock = issue.lead === null ? {} : { dueAt: due.toISOString(), overdueAt: null }
  const repaired = { rectifiedAt: null, onTime: null, deferralTo: null }
  const work = ground.work ? [resume(context, ground.work, 'reopened', due, step.note ?? null)] : []
  const good = step.good === undefined ? {} : { good: step.good }
  return { set: { ...repaired, ...clock, ...set }, detail: { ...good, ...clock }, work }
}

function freshDue({ now }: CountyContext, { category, calendar }: StepGround): Date {
  return dueBy(category?.deadline ?? { unit: 'days', amount: 3 }, now, calendar)
}

function requireWorkers(ground: StepGround, { lead, assisting = [] }: Taking['step']): void {
  const unknown = [
    ...(lead === undefined || isWorker(ground, lead) ? [] : ['lead']),
    ...assisting.flatMap((one, at) => (isWorker(ground, one) ? [] : [`assisting.${at}`])),
  ]
  if (unknown.length > 0) throw refused(unknown.map((path) => ({ path, fault: 'unknown' as const })))
  if (lead !== undefined && assisting.includes(lead)) {
    throw refused([{ path: 'assisting', fault: 'lead_assists' }])
  }
}

function requireOther(
  { member }: CountyContext,
  { other }: StepGround,
  issue: IssueRow,
  wanted: string | undefined,
): void {
  if (wanted === issue.id) throw refused([{ path: 'duplicateOf', fault: 'itself' }])
  const ruled = other && reaches(member, 'issue.rule', { ...other, assisting: [] })
  if (!other || !ruled) throw refused([{ path: 'duplicateOf', fault: 'unknown' }])
  if (other.duplicateOf !== null) throw refused([{ path: 'duplicateOf', fault: 'joined' }])
}
