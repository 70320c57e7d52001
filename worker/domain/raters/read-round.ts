import type { Band, RoundInput } from '../../../schema/api/ranking.ts'
import type { RaterFigures, TownshipFigures } from '../../../schema/api/raters.ts'
import { comparable } from '../ranking/comparable.ts'
import type { List } from '../ranking/lists.ts'
import { groupBy } from '../sheets/group-by.ts'
import { agreementOf, furthestApart } from './agreement.ts'
import { type BandsDecided, decidedAgainstOthers, decidedAgainstTies } from './decided.ts'
import { heapsAt } from './heaping.ts'
import { countyPositions, type Opinions, opinionsOf, othersAcross, othersByRule } from './opinions.ts'
import { deviation, mean, severityOf } from './severity.ts'
import { largestTie } from './ties.ts'

type Unnamed<Figures> = Omit<Figures, 'name'>
export type ReporterRead = Unnamed<RaterFigures> & { source: string }
/** As `Decided` of the API, without names; subjects by code. */
export type DecidedRead = Omit<BandsDecided, 'changes'> & {
  changes: { subject: string; band: Band; without: Band }[]
}
export type TownshipRead = Omit<Unnamed<TownshipFigures>, 'tiedInstead' | 'othersInstead'> & {
  tiedInstead: DecidedRead
  othersInstead: DecidedRead
  /** Codes of its villages, the one that list and others put furthest apart first. */
  furthest: string[]
}
export type RatersRead = { reporters: ReporterRead[]; townships: TownshipRead[]; opinions: Opinions }

/**
 * Every reporter of a round beside the others, and every township's list of its own villages. Pure: the same input
 * gives the same figures. Expects input without the problems that `checkRound` names.
 */
export function readRaters(input: RoundInput): RatersRead {
  const opinions = opinionsOf(input)
  const townshipOf = new Map(input.subjects.map(({ code, township }) => [code, township]))
  return {
    opinions,
    reporters: opinions.said.flatMap((list) => reportersOf(opinions, list)),
    townships: opinions.said
      .filter(({ source }) => source.scope === 'township')
      .flatMap((list) => townshipsIn(opinions, list, townshipOf)),
  }
}

/** The subjects each reporter of a source spoke of, by number; only those that compete. */
export function membersByReporter({ input, prepared }: Opinions, key: string): Map<string, number[]> {
  const reports = input.reports.filter(({ source }) => source === key)
  return new Map(
    reports.map(({ reporter, entries }) => [
      reporter,
      entries.flatMap(({ subject }) => prepared.roster.numbers.get(subject) ?? []),
    ]),
  )
}

function reportersOf(opinions: Opinions, list: List): ReporterRead[] {
  const { input, said } = opinions
  const { source } = list
  const across = countyPositions(list)
  const others = othersAcross(said, source.key)
  const guards = input.policy.guards
  const byReporter = membersByReporter(opinions, source.key)
  return [...byReporter].flatMap(([reporter, members]) => {
    if (members.length === 0) return []
    const values = members.map((subject) => comparedValue(list, subject))
    return {
      ...{ source: source.key, reporter, entries: members.length },
      ...{ mean: mean(values), spread: deviation(values) },
      ...{ least: Math.min(...values), most: Math.max(...values), tied: largestTie(values) },
      // One reporter who speaks of everybody has nobody to be more severe than.
      ...severityOf(byReporter.size > 1 ? members : [], across, others),
      heaps: guards?.source === source.key ? heapsAt(values, guards) : [],
    }
  })
}

/** The value compared: a count per unit of exposure where the source is exposed. */
function comparedValue({ value, exposure }: List, subject: number): number {
  return (value[subject] as number) / (exposure?.[subject] || 1)
}

function townshipsIn(
  opinions: Opinions,
  list: List,
  townshipOf: ReadonlyMap<string, string>,
): TownshipRead[] {
  const { prepared } = opinions
  const { codes } = prepared.roster
  const others = othersByRule(prepared, list.source.key)
  const counted = prepared.lists.find(({ source }) => source.key === list.source.key) ?? list
  const byTownship = groupBy(speaksOf(counted), (subject) => townshipOf.get(codes[subject] ?? '') ?? '')
  return [...byTownship].map(([township, members]) => {
    const both = members.filter((subject) => others[subject] !== undefined && spokenOf(list, subject))
    const compared = comparable(list, Int32Array.from(both))
    const own = both.map((subject) => compared[subject] as number)
    const theirs = both.map((subject) => others[subject] as number)
    return {
      ...{ source: list.source.key, township, villages: members.length },
      tied: largestTie(members.map((subject) => comparedValue(counted, subject))),
      ...agreementOf(own, theirs),
      furthest: furthestApart(own, theirs).map((at) => codes[both[at] ?? -1] ?? ''),
      tiedInstead: coded(decidedAgainstTies(opinions, counted, members), codes),
      othersInstead: coded(decidedAgainstOthers(opinions, counted, members), codes),
    }
  })
}

function speaksOf(list: List): number[] {
  return Array.from(list.value.keys()).filter((subject) => spokenOf(list, subject))
}

function spokenOf({ value, exposure }: List, subject: number): boolean {
  return !Number.isNaN(value[subject]) && (exposure === undefined || Number(exposure[subject]) > 0)
}

function coded(decided: BandsDecided, codes: readonly string[]): DecidedRead {
  const changes = decided.changes.map(({ subject, ...bands }) => ({
    subject: codes[subject] ?? '',
    ...bands,
  }))
  return { ...decided, changes }
}
