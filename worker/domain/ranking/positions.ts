import type { Method } from '../../../schema/api/ranking.ts'
import { ascending, startPlaces } from './ascending.ts'
import { comparable } from './comparable.ts'
import type { List } from './lists.ts'

/** Where each subject stands in one source, by subject number; kept in whole numbers (ranks are halves). */
export interface Positions {
  key: string
  weight: number
  /** twice the midrank `r`; 0 where the subject has no value */
  twice: Int32Array
  /** `n`: how many in the comparison group have a value */
  of: Int32Array
  /** weight × position as a float, 0 where there is no value: good for a first guess only */
  part: Float64Array
}

/** Positions in one source, or undefined where it has no value for anyone. */
export function positions(list: List, method: Method): Positions | undefined {
  const members = withValue(list)
  if (members.length === 0) return undefined
  const values = comparable(list, members)
  const size = values.length
  const { key, weight } = list.source
  const found = {
    key,
    weight,
    twice: new Int32Array(size),
    of: new Int32Array(size),
    part: new Float64Array(size),
  }
  const sorted = ascending(values, members)
  const { order, ends } = byGroup(sorted, list)
  let start = 0
  for (const end of ends) {
    midranks(found, method, values, order.subarray(start, end))
    start = end
  }
  return found
}

/** An exposed value without its exposure is no value. */
function withValue({ value, exposure }: List): Int32Array {
  const members = new Int32Array(value.length)
  let count = 0
  for (let subject = 0; subject < value.length; subject++) {
    if (Number.isNaN(value[subject]) || (exposure && !((exposure[subject] as number) > 0))) continue
    members[count++] = subject
  }
  return members.subarray(0, count)
}

/** Group after group, best first within each, and where each group ends. */
function byGroup(sorted: Int32Array, { group, groups }: List): { order: Int32Array; ends: Int32Array } {
  if (!group) return { order: sorted, ends: Int32Array.of(sorted.length) }
  const places = new Int32Array(groups)
  for (const subject of sorted)
    places[group[subject] as number] = (places[group[subject] as number] as number) + 1
  startPlaces(places)
  const order = new Int32Array(sorted.length)
  for (const subject of sorted) {
    const place = places[group[subject] as number] as number
    places[group[subject] as number] = place + 1
    order[place] = subject
  }
  return { order, ends: places }
}

/** Equal values share the average of the ranks they span (midrank); `(r − 0.5) / n` makes lists of 5 and 25 compare. */
function midranks(found: Positions, method: Method, values: Float64Array, order: Int32Array) {
  const { twice, of, part, weight } = found
  const n = order.length
  for (let first = 0; first < n; ) {
    const value = values[order[first] as number]
    let end = first + 1
    while (end < n && values[order[end] as number] === value) end++
    const doubled = first + 1 + end
    const guess = method === 'rank_sum' ? (weight * doubled) / 2 : (weight * (doubled - 1)) / (2 * n)
    for (; first < end; first++) {
      const subject = order[first] as number
      twice[subject] = doubled
      of[subject] = n
      part[subject] = guess
    }
  }
}

/** `floor(p × 1 000 000 + 0.5)` of a subject that has a value; whole numbers throughout, so it is exact. */
export function positionKey({ twice, of }: Positions, subject: number): number {
  const n = of[subject] as number
  return Math.floor((((twice[subject] as number) - 1) * 1_000_000 + n) / (2 * n))
}
