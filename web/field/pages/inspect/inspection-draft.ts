import type { FieldBundle } from '../../../../schema/api/field.ts'
import type { Finding, NewInspection } from '../../../../schema/api/inspections.ts'
import type { ScoringSheet } from '../../../../schema/api/scoring-sheets.ts'
import type { Found } from '../../../ui/inspections/found.ts'

export type InspectionRecord = Partial<NewInspection>

/** An inspection as it begins: nothing found yet. */
export function inspectionOf(
  { id: sheet, version }: Pick<ScoringSheet, 'id' | 'version'>,
  subject: string,
  visit: string | undefined,
  now: number,
): InspectionRecord {
  return {
    ...{ sheet, version, subject, startedAt: new Date(now).toISOString(), findings: [], answers: {} },
    ...(visit === undefined ? {} : { visit }),
  }
}

/** The sheets with which an area can be inspected now; the one its visit was planned with alone, where there is one. */
export function sheetsFor(
  { areas, sheets, visits }: FieldBundle,
  area: string,
  visit?: string,
): ScoringSheet[] {
  const level = areas.find(({ id }) => id === area)?.level
  const usable = sheets.filter(({ current, subject }) => current && subject === level)
  const planned = visits.find(({ id }) => id === visit)?.sheet
  const wanted = usable.filter(({ id }) => id === planned)
  return wanted.length > 0 ? wanted : usable
}

export function foundIn({ findings = [], answers = {} }: InspectionRecord): Found {
  return { findings, answers }
}

/** What was found that the sheet does not know any more, since it was changed meanwhile. */
export function strayFindings({ items }: Pick<ScoringSheet, 'items'>, { findings }: Found): Finding[] {
  const known = new Set(items.flatMap(({ key, deductions }) => deductions.map((one) => `${key}/${one.key}`)))
  return findings.filter(({ item, deduction }) => !known.has(`${item}/${deduction}`))
}

/** Questions of a checklist that have no answer yet; none on a sheet of deductions. */
export function unanswered({ method, items }: Pick<ScoringSheet, 'method' | 'items'>, { answers }: Found) {
  return method === 'checklist' ? items.filter(({ key }) => answers[key] === undefined) : []
}

/** The inspection as it is finished: it ended now, at the earliest when it began. */
export function finished(record: InspectionRecord, now: number): InspectionRecord {
  const start = Date.parse(record.startedAt ?? '') || now
  return {
    ...record,
    startedAt: new Date(start).toISOString(),
    endedAt: new Date(Math.max(start, now)).toISOString(),
    findings: (record.findings ?? []).map(bare),
    ...(record.note === undefined ? {} : { note: record.note.trim() }),
  }
}

/** A finding without empty words. */
function bare({ note, ...finding }: Finding): Finding {
  return note === undefined || note.trim() === '' ? finding : { ...finding, note: note.trim() }
}
