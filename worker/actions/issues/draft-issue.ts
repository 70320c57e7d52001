import type { NewIssue } from '../../../schema/api/issues.ts'
import type { CategoryRow } from '../../data/issue-categories.ts'
import type { Ancestor } from '../../data/names.ts'
import type { Member } from '../../domain/access/can.ts'
import { can } from '../../domain/access/can.ts'
import { dueBy } from '../../domain/issues/deadline.ts'
import { leadBy } from '../../domain/issues/rules.ts'
import { sourcesOf } from '../../domain/issues/sources.ts'
import { Problem } from '../../problems/problem.ts'
import type { Ground } from './ground.ts'
import { type Fault, refused } from './refusals.ts'

/** An issue that somebody wants to raise. `measure`, `sourceRef` and `closedAt` come from a ledger that is brought in. */
export type Wanted = {
  id: string
  body: NewIssue
  measure?: string
  sourceRef?: string
  /** Closed before it was brought in. */
  closedAt?: string
  /** From a ledger, in which something may be overdue already. */
  ledger?: true
  /** The latest time at which it may have been found, where the phone's clock is ahead; by default now. */
  latest?: Date
}

/** An issue as it will stand: everything resolved, nothing written. */
export type Draft = {
  wanted: Wanted
  category: CategoryRow
  /** The area and what it lies in, nearest first. */
  lineage: Ancestor[]
  village: string | null
  township: string | null
  lead: string | null
  assisting: string[]
  dueAt: Date | null
}

/** How far a device's clock may be ahead of ours. */
const leeway = 10 * 60_000

/**
 * Resolves an issue against what the county has. Errors: invalid (an unknown or retired category, area, unit or
 * inspection, a time in the future, a due time that has passed), forbidden (not the member's place, not a source of
 * its role, or a lead it may not name).
 */
export function draftIssue(member: Member, now: Date, ground: Ground, wanted: Wanted): Draft {
  const { body } = wanted
  const category = ground.categories.get(body.category)
  const lineage = ground.lineages.get(body.area) ?? []
  const faults = faultsOf(wanted, category, lineage, ground, now)
  if (faults.length > 0 || !category) throw refused(faults)
  const village = lineage.find(({ level }) => level === 'village')?.id ?? null
  const township = lineage.find(({ level }) => level === 'township')?.id ?? null
  requireMay(member, body, { village, township, grid: body.area })
  const ruled = leadBy(ground.rules, category.id, lineage)
  const lead = body.lead ?? ruled?.lead ?? null
  const assisting = (body.assisting ?? ruled?.assisting ?? []).filter((one) => one !== lead)
  const dueAt = body.dueAt ? new Date(body.dueAt) : dueBy(category.deadline, now, ground.calendar)
  return {
    wanted,
    category,
    lineage,
    village,
    township,
    lead,
    assisting,
    dueAt: lead === null ? null : dueAt,
  }
}

function requireMay(
  member: Member,
  body: NewIssue,
  target: { village: string | null; township: string | null; grid: string },
): void {
  const chooses = body.lead !== undefined || body.assisting !== undefined || body.dueAt !== undefined
  const allowed =
    can(member, 'issue.write', target) &&
    sourcesOf[member.role].includes(body.source) &&
    (!chooses || can(member, 'issue.assign', target)) &&
    (!body.solved || can(member, 'issue.solve', target))
  if (!allowed) throw new Problem('forbidden')
}

function faultsOf(
  { body, ledger, latest }: Wanted,
  category: CategoryRow | undefined,
  lineage: readonly Ancestor[],
  ground: Ground,
  now: Date,
): Fault[] {
  const unknown = [
    ...(category?.active ? [] : ['category']),
    ...(lineage[0]?.active ? [] : ['area']),
    ...(body.inspection === undefined || ground.inspections.has(body.inspection) ? [] : ['inspection']),
    ...(body.lead === undefined || isWorker(ground, body.lead) ? [] : ['lead']),
    ...(body.assisting ?? []).flatMap((one, at) => (isWorker(ground, one) ? [] : [`assisting.${at}`])),
  ]
  const due = body.dueAt !== undefined && !ledger && Date.parse(body.dueAt) <= now.getTime()
  return [
    ...unknown.map((path) => ({ path, fault: 'unknown' as const })),
    ...(body.lead !== undefined && body.assisting?.includes(body.lead)
      ? [{ path: 'assisting', fault: 'lead_assists' as const }]
      : []),
    ...(isFuture(body.foundAt, latest ?? now) ? [{ path: 'foundAt', fault: 'future' as const }] : []),
    ...(due ? [{ path: 'dueAt', fault: 'past' as const }] : []),
    ...(body.solved && body.source !== 'field_visit'
      ? [{ path: 'solved', fault: 'elsewhere' as const }]
      : []),
  ]
}

/** Whether a time lies further ahead than a device's clock may go wrong. */
export function isFuture(instant: string, now: Date): boolean {
  return Date.parse(instant) > now.getTime() + leeway
}

/** Whether an id is of an area or unit in use. */
export function isWorker({ units, lineages }: Pick<Ground, 'units' | 'lineages'>, id: string): boolean {
  return units.has(id) || lineages.get(id)?.[0]?.active === true
}
