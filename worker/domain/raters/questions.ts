import type { RaterFlag } from '../../../schema/api/raters.ts'
import { inHeap, isHeaped } from './heaping.ts'
import { countyPositions, type Opinions, othersAcross } from './opinions.ts'
import { membersByReporter, type RatersRead, type ReporterRead, type TownshipRead } from './read-round.ts'
import { gapAt } from './severity.ts'
import { hardlyTells } from './ties.ts'

/** A question with the codes of the villages another look would answer it at, the most telling first. */
export type Question = Omit<RaterFlag, 'name' | 'villages'> & { villages: string[] }

const MOST_VILLAGES = 6
const FEWEST = 5
const POINTS_APART = 10
const FEWEST_PAIRS = 10
const REDS = 2

/**
 * What is worth asking of a round's reports. The thresholds keep ordinary chance out: five villages at least, ten
 * hundredths and two standard errors for severity, ten pairs for a list that goes against the others, two reds moved.
 */
export function questionsOf(read: RatersRead): Question[] {
  return [
    ...read.reporters.flatMap((reporter) => [
      ...aboutSeverity(read.opinions, reporter),
      ...aboutTies(read.opinions, reporter),
      ...aboutHeaps(read.opinions, reporter),
    ]),
    ...read.townships.flatMap((township) => [...aboutOrder(township), ...aboutReds(township)]),
  ]
}

function aboutSeverity(opinions: Opinions, of: ReporterRead): Question[] {
  const { source, reporter, severity, severityError, compared } = of
  if (severity === null || severityError === null || compared < FEWEST) return []
  if (Math.abs(severity) < POINTS_APART || Math.abs(severity) < 2 * severityError) return []
  const sign = Math.sign(severity)
  const villages = byGap(opinions, of, (gap) => sign * gap).map(({ code }) => code)
  const code = sign > 0 ? 'severe' : 'lenient'
  return [{ code, source, reporter, figures: { points: Math.abs(severity), n: compared }, villages }]
}

function aboutTies(opinions: Opinions, of: ReporterRead): Question[] {
  const { source, reporter, tied, entries } = of
  const kind = opinions.input.policy.sources.find(({ key }) => key === source)?.kind
  // No problem found anywhere is a fine count.
  if (kind === 'count' || !hardlyTells(tied, entries)) return []
  const villages = byGap(opinions, of, Math.abs).map(({ code }) => code)
  return [{ code: 'tied', source, reporter, figures: { tied, of: entries }, villages }]
}

function aboutHeaps({ input, prepared }: Opinions, { source, reporter, heaps }: ReporterRead): Question[] {
  const said = input.reports
    .filter((report) => report.source === source && report.reporter === reporter)
    .flatMap(({ entries }) => entries)
    .filter(({ subject }) => prepared.roster.numbers.has(subject))
  return heaps.filter(isHeaped).map((heap) => ({
    ...{ code: 'heaped', source, reporter },
    figures: { cut: heap.cut, width: heap.width, above: heap.above, below: heap.below, next: heap.next },
    villages: inHeap(said, heap)
      .sort((a, b) => a.value - b.value)
      .map(({ subject }) => subject)
      .slice(0, MOST_VILLAGES),
  }))
}

function aboutOrder({ source, township, pairs, inverted, furthest }: TownshipRead): Question[] {
  if (pairs < FEWEST_PAIRS || 2 * inverted < pairs) return []
  const villages = furthest.slice(0, MOST_VILLAGES)
  return [{ code: 'opposed', source, reporter: township, figures: { inverted, pairs }, villages }]
}

function aboutReds({ source, township, othersInstead }: TownshipRead): Question[] {
  const { ownReds, otherReds, changes } = othersInstead
  if (-ownReds < REDS) return []
  const spared = changes.filter(({ band, without }) => without === 'red' && band !== 'red')
  const figures = { own: -ownReds, moved: Math.max(0, otherReds) }
  const villages = spared.map(({ subject }) => subject).slice(0, MOST_VILLAGES)
  return [{ code: 'reds_moved', source, reporter: township, figures, villages }]
}

/** A reporter's villages with what it says against what the others say, the largest by `size` first. */
function byGap(opinions: Opinions, { source, reporter }: ReporterRead, size: (gap: number) => number) {
  const { prepared, said } = opinions
  const list = said.find((one) => one.source.key === source)
  const own = list && countyPositions(list)
  const others = othersAcross(said, source)
  const members = membersByReporter(opinions, source).get(reporter) ?? []
  return members
    .map((subject) => ({
      code: prepared.roster.codes[subject] ?? '',
      gap: (own && gapAt(own, others, subject)) ?? 0,
    }))
    .sort((a, b) => size(b.gap) - size(a.gap) || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_VILLAGES)
}
