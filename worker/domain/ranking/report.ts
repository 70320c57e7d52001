import type { Entry, Report, Source, Subject } from '../../../schema/api/ranking.ts'
import { type ExposureProblemCode, exposureProblem, type ValueProblemCode, valueProblem } from './entry.ts'

export type RowProblemCode =
  | 'unknown_subject'
  | 'outside_township'
  | 'duplicate_subject'
  | ValueProblemCode
  | ExposureProblemCode

/** `row` counts the entries from 0; `first` is the earlier row of a duplicate, `limit` the last rank possible. */
export interface RowProblem {
  row: number
  subject: string
  code: RowProblemCode
  first?: number
  limit?: number
}

/** Accepted all the same: ties and gaps are a reporter's right, and an exempt subject just counts nowhere. */
export interface RowWarning {
  row: number
  subject: string
  code: 'exempt' | 'repeated_rank' | 'skipped_rank'
}

export interface ReportCheck {
  /** any of these and nothing is stored */
  problems: RowProblem[]
  warnings: RowWarning[]
  /** for a township-scoped source: active subjects of the reporter's township that the report leaves out */
  missing: string[]
}

/**
 * Checks a report's rows against the round's roster. In a township-scoped source the reporter is the township's code,
 * and only its own subjects may be ranked, from 1 to as many as it has (exempt ones included).
 */
export function checkReport(report: Report, source: Source, roster: readonly Subject[]): ReportCheck {
  const own = (subject: Subject) => source.scope !== 'township' || subject.township === report.reporter
  const known = new Map(roster.map((subject) => [subject.code, subject]))
  const inScope = roster.filter(own)
  const firstRows = new Map<string, number>()
  const problems: RowProblem[] = []
  const warnings: RowWarning[] = []
  report.entries.forEach((entry, row) => {
    const say = (code: RowProblemCode, more = {}) =>
      problems.push({ row, subject: entry.subject, code, ...more })
    const subject = known.get(entry.subject)
    const first = firstRows.get(entry.subject)
    if (!subject) say('unknown_subject')
    else if (!own(subject)) say('outside_township')
    if (first !== undefined) say('duplicate_subject', { first })
    else firstRows.set(entry.subject, row)
    const value = valueProblem(source, entry.value, inScope.length)
    if (value) say(value, value === 'rank_out_of_range' ? { limit: inScope.length } : {})
    const exposure = exposureProblem(source, entry.exposure)
    if (exposure) say(exposure)
    if (subject?.exempt) warnings.push({ row, subject: entry.subject, code: 'exempt' })
  })
  if (source.kind === 'rank') warnings.push(...rankWarnings(report.entries))
  const missing =
    source.scope === 'township'
      ? inScope.filter(({ code, exempt }) => !exempt && !firstRows.has(code)).map(({ code }) => code)
      : []
  return { problems, warnings: warnings.sort((a, b) => a.row - b.row), missing }
}

/** Skipped: a rank further down than one after everyone better, so that 1, 2, 2, 4 and 1, 2, 2, 3 are both complete. */
function rankWarnings(entries: readonly Entry[]): RowWarning[] {
  const rows = entries.map(({ subject, value }, row) => ({ row, subject, value }))
  const sorted = rows.sort((a, b) => a.value - b.value)
  const warnings: RowWarning[] = []
  sorted.forEach(({ row, subject, value }, better) => {
    const repeats = sorted[better - 1]?.value === value
    if (repeats) warnings.push({ row, subject, code: 'repeated_rank' })
    else if (value > better + 1) warnings.push({ row, subject, code: 'skipped_rank' })
  })
  return warnings
}
