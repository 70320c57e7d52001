import type { RoundInput } from '../../../schema/api/ranking.ts'

/**
 * Required sources that lack active, non-exempt subjects, with those subjects in the order of the roster. A value that
 * a ruling took away is lacking too.
 */
export function missingSources(input: RoundInput): { source: string; subjects: string[] }[] {
  const competing = input.subjects.filter(({ exempt }) => !exempt).map(({ code }) => code)
  return input.policy.sources
    .filter(({ required }) => required)
    .map(({ key }) => ({ source: key, subjects: competing.filter(lacks(input, key)) }))
    .filter(({ subjects }) => subjects.length > 0)
}

function lacks(input: RoundInput, source: string): (subject: string) => boolean {
  const reports = input.reports.filter((report) => report.source === source)
  const valued = new Set(reports.flatMap(({ entries }) => entries.map(({ subject }) => subject)))
  for (const { subject, value } of (input.amendments ?? []).filter((made) => made.source === source)) {
    if (value === null) valued.delete(subject)
    else valued.add(subject)
  }
  return (subject) => !valued.has(subject)
}
