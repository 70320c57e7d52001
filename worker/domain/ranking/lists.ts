import type { Amendment, Report, RoundInput, Source } from '../../../schema/api/ranking.ts'
import { numberOf, type Roster } from './roster.ts'

/** What one source says, by subject number: reports with the amendments over them. */
export interface List {
  source: Source
  /** raw value, NaN where there is none */
  value: Float64Array
  /** households or hectares covered, only for an exposed source */
  exposure?: Float64Array
  /** comparison group of each subject, and how many groups there are; absent where everyone is compared */
  group?: Int32Array
  groups: number
}

/** One list per source of the policy, in its order. Entries of exempt and unknown subjects count nowhere. */
export function readLists(input: RoundInput, roster: Roster): List[] {
  return input.policy.sources.map((source) => {
    const list = emptyList(source, roster)
    const raters = new Map<string, number>()
    for (const report of input.reports) {
      if (report.source === source.key) addReport(list, report, roster, raters)
    }
    if (source.scope === 'rater') list.groups = raters.size
    for (const amendment of input.amendments ?? []) {
      if (amendment.source === source.key) amend(list, amendment, roster)
    }
    return list
  })
}

function emptyList(source: Source, roster: Roster): List {
  const list: List = { source, value: new Float64Array(roster.size).fill(Number.NaN), groups: 1 }
  if (source.exposed) list.exposure = new Float64Array(roster.size)
  if (source.scope === 'township') {
    list.group = roster.township
    list.groups = roster.townships
  }
  if (source.scope === 'rater') list.group = new Int32Array(roster.size).fill(-1)
  return list
}

function addReport(list: List, report: Report, roster: Roster, raters: Map<string, number>) {
  const { value, exposure } = list
  const rated = list.source.scope === 'rater' ? list.group : undefined
  const rater = rated ? numberOf(raters, report.rater ?? report.reporter) : 0
  for (const entry of report.entries) {
    const subject = roster.numbers.get(entry.subject)
    if (subject === undefined) continue
    value[subject] = entry.value
    if (exposure) exposure[subject] = entry.exposure ?? 0
    if (rated) rated[subject] = rater
  }
}

/** The rater stays the one who reported; a value nobody reported is compared with none, which is neutral. */
function amend(list: List, amendment: Amendment, roster: Roster) {
  const subject = roster.numbers.get(amendment.subject)
  if (subject === undefined) return
  list.value[subject] = amendment.value ?? Number.NaN
  if (list.exposure && amendment.exposure !== undefined) list.exposure[subject] = amendment.exposure
  if (list.source.scope === 'rater' && list.group?.[subject] === -1) list.group[subject] = list.groups++
}
