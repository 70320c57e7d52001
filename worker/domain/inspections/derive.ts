import type { Report, Source } from '../../../schema/api/ranking.ts'
import { meanScore, percentOf } from './score.ts'

/** An inspection of the rotation that ended within a round and has not been annulled. */
export type RoundInspection = {
  id: string
  sheet: string
  subject: string
  township: string | null
  unit: string | null
  endedAt: string
  score: number
  /** Received when the round was closed already: listed, never counted. */
  late: boolean
}

/** An issue of an area by what it does to a round. */
export type RoundIssue = OverdueIssue & { source: string; onTime: boolean }
export type OverdueIssue = { area: string; village: string | null; township: string | null }

type Place = { id: string; township: string; exempt?: boolean | undefined }

/** The reporter of what the issue ledger says. */
export const ledger = 'ledger'

/**
 * Whether an inspection counts for a source: made with its sheet, and by a group; for a source that compares within
 * townships it is the township's own inspections that count, as it is the township that reports there.
 */
export function countsFor(source: Source, { sheet, unit, township }: Omit<RoundInspection, 'late'>): boolean {
  if (source.derivedFrom !== 'inspections' || unit === null) return false
  if (source.sheet !== undefined && source.sheet !== sheet) return false
  return source.scope === 'township' ? unit === township : unit !== township
}

/**
 * The reports that inspections make for a source: per subject the mean score of its inspections, said by the group
 * that inspected it first. A township on the roster has the mean of its places inspected, each with its own mean.
 */
export function reportsFromInspections(
  source: Source,
  roster: readonly Place[],
  inspections: readonly RoundInspection[],
): Report[] {
  const subjects = new Set(roster.filter(({ exempt }) => !exempt).map(({ id }) => id))
  const bySubject = new Map<string, { unit: string; places: Map<string, number[]> }>()
  const inOrder = inspections.toSorted((a, b) => compare(a.endedAt, b.endedAt) || compare(a.id, b.id))
  for (const one of inOrder) {
    const subject = subjectOf(subjects, one)
    if (one.late || one.unit === null || subject === undefined || !countsFor(source, one)) continue
    const known = bySubject.get(subject) ?? { unit: one.unit, places: new Map<string, number[]>() }
    known.places.set(one.subject, [...(known.places.get(one.subject) ?? []), one.score])
    bySubject.set(subject, known)
  }
  const byUnit = new Map<string, Report['entries']>()
  for (const [subject, { unit, places }] of bySubject) {
    const value = meanScore([...places.values()].map(meanScore))
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), { subject, value }])
  }
  return [...byUnit]
    .sort(([a], [b]) => compare(a, b))
    .map(([reporter, entries]) => ({ source: source.key, reporter, entries: bySubjectId(entries) }))
}

/** The subject a place belongs to on a roster: itself, its village or its township, whichever stands there. */
export function subjectOf(
  subjects: ReadonlySet<string>,
  {
    subject,
    village = null,
    township,
  }: { subject: string; village?: string | null; township: string | null },
): string | undefined {
  return [subject, village, township].find((id) => id !== null && subjects.has(id)) ?? undefined
}

/**
 * Per subject the percent of its issues due in the round that were rectified in time. What a subject found itself and
 * rectified in time is added to both sides, so that it can only help; alone it makes no value, since a value among
 * equals could cost a place.
 */
export function reportsOfRectified(
  source: Source,
  roster: readonly Place[],
  issues: readonly RoundIssue[],
): Report[] {
  const tally = new Map<string, { due: number; onTime: number; own: number }>()
  const subjects = new Set(roster.filter(({ exempt }) => !exempt).map(({ id }) => id))
  for (const { area, village, township, source: from, onTime } of issues) {
    const subject = subjectOf(subjects, { subject: area, village, township })
    if (subject === undefined) continue
    const known = tally.get(subject) ?? { due: 0, onTime: 0, own: 0 }
    if (from === 'self_check' && onTime) known.own += 1
    else {
      known.due += 1
      known.onTime += onTime ? 1 : 0
    }
    tally.set(subject, known)
  }
  const entries = [...tally]
    .filter(([, { due }]) => due > 0)
    .map(([subject, { due, onTime, own }]) => ({ subject, value: percentOf(onTime + own, due + own) }))
  return entries.length === 0 ? [] : [{ source: source.key, reporter: ledger, entries: bySubjectId(entries) }]
}

/** Per subject how many of its issues are overdue at the round's end; 0 where none is. */
export function reportsOfOverdue(
  source: Source,
  roster: readonly Place[],
  issues: readonly OverdueIssue[],
): Report[] {
  const counts = new Map(roster.filter(({ exempt }) => !exempt).map(({ id }) => [id, 0]))
  const subjects = new Set(counts.keys())
  for (const { area, village, township } of issues) {
    const subject = subjectOf(subjects, { subject: area, village, township })
    if (subject !== undefined) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  }
  const entries = [...counts].map(([subject, value]) => ({ subject, value }))
  return entries.length === 0 ? [] : [{ source: source.key, reporter: ledger, entries: bySubjectId(entries) }]
}

function bySubjectId(entries: Report['entries']): Report['entries'] {
  return entries.toSorted((a, b) => compare(a.subject, b.subject))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
