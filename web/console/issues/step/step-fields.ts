import type { IssueStep, StepKind } from '../../../../schema/api/issues.ts'
import { instantOf } from '../../../lib/wall-clock.ts'

/** What a step's form asks for. */
export type StepFields = {
  note: 'required' | 'optional'
  photos?: true
  /** Optional where the county's rules know. */
  lead?: 'required' | 'optional'
  assisting?: true
  due?: 'required' | 'optional'
  measure?: true
  duplicateOf?: true
  good?: true
}

/** Asks nothing that the step does not need; a photo is asked for where it is the evidence, and never compulsory. */
export const stepFields: Record<StepKind, StepFields> = {
  assigned: { note: 'optional', lead: 'optional', assisting: true, due: 'optional', measure: true },
  transferred: { note: 'required', lead: 'required', assisting: true },
  started: { note: 'optional', measure: true },
  rectified: { note: 'optional', photos: true },
  returned: { note: 'required', photos: true },
  deferral_asked: { note: 'required', due: 'required' },
  deferred: { note: 'optional', due: 'required' },
  deferral_refused: { note: 'required' },
  rejected: { note: 'required' },
  joined: { note: 'optional', duplicateOf: true },
  closed: { note: 'optional', photos: true },
  reopened: { note: 'required' },
  revisited: { note: 'optional', photos: true, good: true },
  noted: { note: 'required', photos: true },
}

/** A step as its form holds it; `dueAt` by the clock in Shanghai, 2026-03-06T18:00, empty for none. */
export type StepValues = {
  note: string
  photos: readonly string[]
  lead: string | undefined
  assisting: readonly string[]
  dueAt: string
  measure: string
  duplicateOf: string | undefined
  good: boolean | undefined
}

export const noValues: StepValues = {
  note: '',
  photos: [],
  lead: undefined,
  assisting: [],
  dueAt: '',
  measure: '',
  duplicateOf: undefined,
  good: undefined,
}

/** Whether the form holds all that the step needs. */
export function isComplete(kind: StepKind, values: StepValues): boolean {
  const fields = stepFields[kind]
  if (fields.note === 'required' && values.note.trim() === '') return false
  if (fields.lead === 'required' && values.lead === undefined) return false
  if (fields.due === 'required' && instantOf(values.dueAt) === undefined) return false
  if (fields.duplicateOf && values.duplicateOf === undefined) return false
  // What is found bad again is to be said in words.
  if (fields.good) return values.good === true || (values.good === false && values.note.trim() !== '')
  return true
}

/** What is sent: only what the step asks for, and nothing empty. */
export function stepOf(kind: StepKind, values: StepValues): IssueStep {
  const fields = stepFields[kind]
  const dueAt = fields.due && instantOf(values.dueAt)
  const note = values.note.trim()
  const measure = values.measure.trim()
  return {
    kind,
    ...(note === '' ? {} : { note }),
    ...(fields.photos && values.photos.length > 0 ? { photos: [...values.photos] } : {}),
    ...(fields.lead && values.lead !== undefined ? { lead: values.lead } : {}),
    ...(fields.assisting && values.assisting.length > 0 ? { assisting: [...values.assisting] } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(fields.measure && measure !== '' ? { measure } : {}),
    ...(fields.duplicateOf && values.duplicateOf !== undefined ? { duplicateOf: values.duplicateOf } : {}),
    ...(fields.good && values.good !== undefined ? { good: values.good } : {}),
  }
}
