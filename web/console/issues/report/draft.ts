import type { Place } from '../../../../schema/api/common.ts'
import type { IssueSource, NewIssue } from '../../../../schema/api/issues.ts'

/** An issue as it is being written; `id` is made here, so that sending it twice makes one issue. */
export type Draft = {
  id: string
  /** When writing began: the same from the first try to the last, so that the server knows a repeat for one. */
  foundAt: string
  category: string | undefined
  area: string | undefined
  source: IssueSource
  text: string
  location: string
  place: Place | null
  photos: readonly string[]
  solved: boolean
  solvedNote: string
  solvedPhotos: readonly string[]
}

export function newDraft(id: string, now: number, source: IssueSource, area: string | undefined): Draft {
  return {
    foundAt: new Date(now).toISOString(),
    ...{ id, category: undefined, area, source, text: '', location: '', place: null, photos: [] },
    ...{ solved: false, solvedNote: '', solvedPhotos: [] },
  }
}

/** Whether anything has been written that would be a pity to lose. */
export function isWorthKeeping({ text, location, photos, category }: Draft): boolean {
  return text.trim() !== '' || location.trim() !== '' || photos.length > 0 || category !== undefined
}

/** What is still missing before it can be sent. */
export function isSendable({ category, area, text, solved, solvedNote }: Draft): boolean {
  return (
    category !== undefined &&
    area !== undefined &&
    text.trim() !== '' &&
    (!solved || solvedNote.trim() !== '')
  )
}

/** What is sent. Solved on the spot is a leader's field visit (or whatever the writer says it came from). */
export function issueOf(draft: Draft): NewIssue {
  const { category = '', area = '', source, text, location, place, photos, foundAt } = draft
  const where = location.trim()
  return {
    ...{ category, area, source, text: text.trim(), foundAt },
    ...(where === '' ? {} : { location: where }),
    ...(place ? { place } : {}),
    ...(photos.length > 0 ? { photos: [...photos] } : {}),
    ...(draft.solved ? { solved: { note: draft.solvedNote.trim(), photos: [...draft.solvedPhotos] } } : {}),
  }
}

/** Reads a kept draft; anything else in its place is no draft. */
export function draftIn(kept: string | null): Draft | undefined {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    return isDraft(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'foundAt' in value &&
    typeof value.foundAt === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    'photos' in value &&
    Array.isArray(value.photos) &&
    'solvedPhotos' in value &&
    Array.isArray(value.solvedPhotos)
  )
}

/** The categories chosen last, the latest first. */
export function recentAfter(before: readonly string[], chosen: string): string[] {
  return [chosen, ...before.filter((id) => id !== chosen)].slice(0, 8)
}
