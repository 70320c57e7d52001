import type { StepKind } from '../../../schema/api/issues.ts'
import { can, type Member, type Target } from '../access/can.ts'
import type { Verb } from '../access/grants.ts'
import { next, type Situation, verbOf } from './steps.ts'

/** What an issue's reach depends on: where it lies and who works on it. */
export type Placed = {
  area: string
  village: string | null
  township: string | null
  lead: string | null
  assisting: readonly string[]
}

/** Who rectified it: the member, and the area or unit the member acted for (null for the county's office). */
export type Rectified = { rectifiedBy: string | null; rectifiedFor: string | null }

/** Whether a member may do `verb` to an issue: it lies in the member's area, or the member's unit or area leads it. */
export function reaches(member: Member, verb: Verb, issue: Placed): boolean {
  return targetsOf(issue, verb === 'issue.read' || verb === 'issue.write').some((target) =>
    can(member, verb, target),
  )
}

/** Where it lies; and as if it lay with those who lead it and, to see and say something, those who assist. */
function targetsOf({ area, village, township, lead, assisting }: Placed, assistantsToo: boolean): Target[] {
  const workers = [...(lead === null ? [] : [lead]), ...(assistantsToo ? assisting : [])]
  return [
    { township, village, grid: area },
    ...workers.map((one) => ({ township: one, village: one, grid: one, unit: one })),
  ]
}

/**
 * Whether a member would be judging its own work: it rectified the issue itself, or belongs to the village, township
 * or unit that did. The county's office is one body only in name: there, somebody else may look.
 */
export function isOwnWork({ id, scope }: Member, { rectifiedBy, rectifiedFor }: Rectified): boolean {
  return rectifiedBy === id || (rectifiedFor !== null && rectifiedFor === scope.id)
}

/** Steps that judge a repair, which whoever made it may not take. */
export const judging: ReadonlySet<StepKind> = new Set(['closed', 'returned', 'revisited'])

/** The steps a member may take next with an issue. */
export function stepsOf(member: Member, issue: Placed & Rectified & Situation): StepKind[] {
  return kinds.filter(
    (kind) =>
      next(issue, kind) !== undefined &&
      reaches(member, verbOf[kind], issue) &&
      !(judging.has(kind) && isOwnWork(member, issue)),
  )
}

const kinds = Object.keys(verbOf) as StepKind[]
