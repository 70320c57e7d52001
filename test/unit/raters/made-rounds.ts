import type { Entry, Policy, Report, RoundInput } from '../../../schema/api/ranking.ts'
import { demoReports, demoVillages } from '../../../schema/demo/weeks.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'

/** Townships T (a, b) and U (c, d) rank their own; the drone counts a 1, c 2, d 3, b 4. The last one is red. */
export function fourVillages(more: { township?: Record<string, number>; policy?: Partial<Policy> } = {}) {
  const said: Record<string, number> = { a: 1, b: 2, c: 1, d: 2, ...more.township }
  return {
    subjects: ['a', 'b', 'c', 'd'].map((code) => ({
      ...{ code, name: code, township: code < 'c' ? 'T' : 'U' },
    })),
    policy: {
      sources: [
        { key: 'township', kind: 'rank', scope: 'township', weight: 1 },
        { key: 'drone', kind: 'count', scope: 'county', weight: 1 },
      ],
      method: 'percentile',
      ...{ minSources: 1, tieBreakers: [], bands: { red: { bottom: 1 } } },
      ...more.policy,
    },
    reports: [
      { source: 'township', reporter: 'T', entries: said.a === undefined ? [] : entries(said, 'a', 'b') },
      { source: 'township', reporter: 'U', entries: entries(said, 'c', 'd') },
      {
        source: 'drone',
        reporter: 'drone',
        entries: entries({ a: 1, c: 2, d: 3, b: 4 }, 'a', 'b', 'c', 'd'),
      },
    ],
  } satisfies RoundInput as RoundInput
}

function entries(values: Record<string, number>, ...subjects: string[]): Entry[] {
  return subjects.map((subject) => ({ subject, value: values[subject] ?? 0 }))
}

/** Two groups that score two villages each beside a drone that counts on all four. */
export function twoGroups(scores: Record<string, number>): RoundInput {
  const { subjects, reports } = fourVillages()
  const policy: Policy = {
    ...fourVillages().policy,
    sources: [
      { key: 'inspection', kind: 'score', scope: 'rater', weight: 1 },
      { key: 'drone', kind: 'count', scope: 'county', weight: 3 },
    ],
  }
  return {
    ...{ subjects, policy },
    reports: [
      { source: 'inspection', reporter: 'first', entries: entries(scores, 'a', 'b') },
      { source: 'inspection', reporter: 'second', entries: entries(scores, 'c', 'd') },
      ...reports.filter(({ source }) => source === 'drone'),
    ],
  }
}

/** A county of `townships` × `villages` whose reports scatter around the truth; the first township is the worst kept. */
export function aCountyWeek(townships: number, villages: number, week: number): RoundInput {
  const areas = Array.from({ length: townships * villages }, (_, at) => ({
    id: `v${String(at).padStart(4, '0')}`,
    parent: `t${Math.floor(at / villages)}`,
  }))
  const kept = demoVillages(areas, 7).map((village) =>
    village.township === 't0' ? { ...village, tidiness: village.tidiness - 1 } : village,
  )
  const reporters = { groupOf: (township: string) => `group-${township}`, drone: 'drone' }
  return {
    subjects: kept.map(({ id, township }) => ({ code: id, name: id, township })),
    policy: threeColourTemplate,
    reports: demoReports(kept, reporters, 7, week),
  }
}

/** The same week with another list of one township: `value` by subject and its honest rank among `of`. */
export function withList(
  input: RoundInput,
  township: string,
  value: (rank: number, of: number) => number,
): RoundInput {
  const retold = (report: Report): Report => ({
    ...report,
    entries: report.entries.map((entry) => ({ ...entry, value: value(entry.value, report.entries.length) })),
  })
  return {
    ...input,
    reports: input.reports.map((report) =>
      report.source === 'township' && report.reporter === township ? retold(report) : report,
    ),
  }
}
