import type { SourceExplanation } from '../../../schema/api/explanation.ts'
import type { Report, RoundInput, Source } from '../../../schema/api/ranking.ts'
import type { Prepared } from './merge.ts'

/** What each source says of one subject, and who reported it; amendments are already in the values. */
export function explainSources(input: RoundInput, prepared: Prepared, code: string): SourceExplanation[] {
  const subject = prepared.roster.numbers.get(code)
  return input.policy.sources.map((source) => ({
    source: source.key,
    kind: source.kind,
    scope: source.scope,
    weight: source.weight,
    ...rawOf(prepared, source, subject),
    ...positionOf(prepared, source, subject),
    ...reporterOf(reportOn(input, source, code)),
    amended: (input.amendments ?? []).some((made) => made.source === source.key && made.subject === code),
  }))
}

function rawOf({ lists }: Prepared, source: Source, subject = -1) {
  const list = lists.find((other) => other.source.key === source.key)
  const value = list?.value[subject] ?? Number.NaN
  if (Number.isNaN(value)) return { value: null }
  const exposure = list?.exposure?.[subject]
  return { value, ...(exposure === undefined ? {} : { exposure }) }
}

/** `p` is what the composite weighs: with `rank_sum` the midrank itself. */
function positionOf({ sources, weightless, policy }: Prepared, source: Source, subject = -1) {
  const found = [...sources, ...weightless].find(({ key }) => key === source.key)
  const twice = found?.twice[subject] ?? 0
  if (!found || twice === 0) return { r: null, n: null, p: null }
  const n = found.of[subject] as number
  return { r: twice / 2, n, p: policy.method === 'rank_sum' ? twice / 2 : (twice - 1) / (2 * n) }
}

function reportOn({ reports }: RoundInput, source: Source, code: string): Report | undefined {
  return reports.find(
    (report) => report.source === source.key && report.entries.some(({ subject }) => subject === code),
  )
}

function reporterOf(report: Report | undefined) {
  if (!report) return {}
  return { reporter: report.reporter, ...(report.rater === undefined ? {} : { rater: report.rater }) }
}
