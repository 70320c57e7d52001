import type { z } from 'zod'
import type { Entry } from '../../../schema/api/ranking.ts'
import type { ReportWarning } from '../../../schema/api/reports.ts'
import { checkReport, type RowProblem } from '../../domain/ranking/report.ts'
import type { Language } from '../../problems/language.ts'
import { fill } from '../../problems/problem.ts'
import { rowMessages, rowWarnings } from '../../problems/row-messages.ts'
import { subjectOf } from '../rounds/round-input.ts'
import type { Desk } from './desk.ts'

/** What is wrong with one entry: `row` counts from 0, `field` is the member of the entry it concerns. */
export type EntryComplaint = {
  row: number
  code: keyof typeof rowMessages
  field: 'subject' | 'value' | 'exposure'
  message: (language: Language) => string
}

type Warning = (language: Language) => z.infer<typeof ReportWarning>

/** Checks a report's entries against the round and the other reports of the source; with any complaint it is refused. */
export function checkEntries(
  desk: Desk,
  entries: readonly Entry[],
): { complaints: EntryComplaint[]; warnings: Warning[] } {
  const { round, source, reporter, others } = desk
  const names = new Map(round.roster.map(({ id, name }) => [id, name]))
  const nameOf = (subject: string) => names.get(subject) ?? subject
  const elsewhere = new Set(others.flatMap((report) => report.entries.map(({ subject }) => subject)))
  const report = { source: source.key, reporter, entries: [...entries] }
  const { problems, warnings } = checkReport(report, source, round.roster.map(subjectOf))
  const taken = entries.flatMap(({ subject }, row): Complained[] =>
    elsewhere.has(subject) ? [{ row, subject, code: 'reported_elsewhere' }] : [],
  )
  return {
    complaints: [...problems, ...taken].map((problem) => ({
      row: problem.row,
      code: problem.code,
      field: fieldOf(problem.code),
      message: (language) => fill(rowMessages[problem.code][language], paramsOf(problem, nameOf)),
    })),
    warnings: warnings.map(({ code, subject }) => (language) => ({
      code,
      message: fill(rowWarnings[code][language], { name: nameOf(subject) }),
    })),
  }
}

type Complained = Omit<RowProblem, 'code'> & { code: EntryComplaint['code'] }

function paramsOf({ subject, first, limit }: Complained, nameOf: (subject: string) => string) {
  return { name: nameOf(subject), row: (first ?? 0) + 1, limit: limit ?? 0 }
}

function fieldOf(code: EntryComplaint['code']): EntryComplaint['field'] {
  if (code.startsWith('exposure')) return 'exposure'
  const aboutSubject = ['unknown_subject', 'outside_township', 'duplicate_subject', 'reported_elsewhere']
  return aboutSubject.includes(code) ? 'subject' : 'value'
}
