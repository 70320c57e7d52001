import type { Place } from '../../../../schema/api/common.ts'
import type { Finding, NewInspection } from '../../../../schema/api/inspections.ts'
import { instantOf, wallClock } from '../../../lib/wall-clock.ts'
import { type Found, nothingFound } from '../../../ui/inspections/found.ts'

/** An inspection as it is being made; `id` is made here, so that sending it twice makes one. */
export type Draft = Found & {
  id: string
  sheet: string
  version: number
  subject: string
  unit: string
  visit: string
  startedAt: string
  /** By the clock in Shanghai, for a field of date and time; empty for "when it is sent". */
  endedAt: string
  place: Place | null
  note: string
  photos: readonly string[]
  /** When it was last changed, epoch ms. */
  at: number
}

export function newDraft(id: string, now: number, wanted: Partial<Draft>): Draft {
  return {
    ...{ id, sheet: '', version: 0, subject: '', unit: '', visit: '', ...nothingFound },
    ...{ startedAt: wallClock(now), endedAt: '', place: null, note: '', photos: [], at: now },
    ...wanted,
  }
}

/** Whether anything has been filled in that would be a pity to lose. */
export function isWorthKeeping({ findings, answers, note, photos, subject }: Draft): boolean {
  const begun = findings.length > 0 || Object.keys(answers).length > 0
  return begun || note.trim() !== '' || photos.length > 0 || subject !== ''
}

/** What is sent; without an end it ends now. */
export function inspectionOf(draft: Draft, now: number): NewInspection {
  const { sheet, version, subject, unit, visit, place, note, photos, findings, answers } = draft
  const end = draft.endedAt === '' ? now : Date.parse(instantOf(draft.endedAt) ?? '')
  const start = Math.min(Date.parse(instantOf(draft.startedAt) ?? ''), end)
  return {
    ...{ sheet, version, subject, answers, place },
    ...(unit === '' ? {} : { unit }),
    ...(visit === '' ? {} : { visit }),
    ...{ startedAt: new Date(start).toISOString(), endedAt: new Date(end).toISOString() },
    findings: findings.map(bare),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(photos.length > 0 ? { photos: [...photos] } : {}),
  }
}

/** A finding without empty words and lists. */
function bare({ item, deduction, count, note = '', photos = [] }: Finding): Finding {
  return {
    ...{ item, deduction, count },
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(photos.length > 0 ? { photos } : {}),
  }
}

/** The draft kept on this device, or undefined where there is none that can be read. */
export function draftIn(kept: string | null): Draft | undefined {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    return isDraft(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const texts = ['id', 'sheet', 'subject', 'unit', 'visit', 'startedAt', 'endedAt', 'note']
  const known = new Map(Object.entries(value))
  return (
    texts.every((name) => typeof known.get(name) === 'string') &&
    Array.isArray(known.get('findings')) &&
    Array.isArray(known.get('photos')) &&
    typeof known.get('answers') === 'object' &&
    typeof known.get('at') === 'number'
  )
}
