import type { IssueStep, StepKind } from '../../../schema/api/issues.ts'

type Detail = 'lead' | 'assisting' | 'dueAt' | 'measure' | 'duplicateOf' | 'good'

/** Which details each step takes; those it cannot do without, and whether it must say why. */
const details: Record<StepKind, { takes: readonly Detail[]; needs: readonly (Detail | 'note')[] }> = {
  assigned: { takes: ['lead', 'assisting', 'dueAt', 'measure'], needs: [] },
  transferred: { takes: ['lead', 'assisting', 'dueAt'], needs: ['lead', 'note'] },
  started: { takes: ['measure'], needs: [] },
  rectified: { takes: ['measure'], needs: [] },
  returned: { takes: ['dueAt'], needs: ['note'] },
  deferral_asked: { takes: ['dueAt'], needs: ['dueAt', 'note'] },
  deferred: { takes: ['dueAt'], needs: [] },
  deferral_refused: { takes: [], needs: ['note'] },
  rejected: { takes: [], needs: ['note'] },
  joined: { takes: ['duplicateOf'], needs: ['duplicateOf'] },
  closed: { takes: [], needs: [] },
  reopened: { takes: ['dueAt'], needs: ['note'] },
  revisited: { takes: ['good', 'dueAt'], needs: ['good'] },
  noted: { takes: [], needs: ['note'] },
}

export type StepError = { path: Detail | 'note'; fault: 'missing' | 'misplaced' | 'past' }

/** What is wrong with a step's details before anything is looked up: missing, out of place, or due in the past. */
export function stepErrors(step: IssueStep, now: Date): StepError[] {
  const { takes, needs } = details[step.kind]
  const missing = needs.filter((name) => step[name] === undefined)
  const misplaced = allDetails.filter((name) => step[name] !== undefined && !takes.includes(name))
  const past = step.dueAt !== undefined && Date.parse(step.dueAt) <= now.getTime()
  return [
    ...missing.map((path) => ({ path, fault: 'missing' as const })),
    ...misplaced.map((path) => ({ path, fault: 'misplaced' as const })),
    ...(past ? [{ path: 'dueAt' as const, fault: 'past' as const }] : []),
  ]
}

const allDetails: readonly Detail[] = ['lead', 'assisting', 'dueAt', 'measure', 'duplicateOf', 'good']

/** Whether a step must come with words, for the form that asks for them. */
export function needsNote(kind: StepKind): boolean {
  return details[kind].needs.includes('note')
}

/** Which details a step takes, for the form that asks for them. */
export function detailsOf(kind: StepKind): readonly Detail[] {
  return details[kind].takes
}
