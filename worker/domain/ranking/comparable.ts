import { compareFractions } from './decimal.ts'
import type { List } from './lists.ts'

/** Numbers whose floating order is the exact order of the subjects in this list, lower better, equal where equal. */
export function comparable(list: List, members: Int32Array): Float64Array {
  const { value, exposure, source } = list
  if (exposure) return quotients(value, exposure, members)
  if (source.kind !== 'score') return value
  return value.map((score) => -score)
}

/**
 * Where counts and exposures are whole numbers (in some power of ten) up to 2^26, two different quotients differ by
 * more than rounding can hide, and equal quotients round alike: plain division decides exactly.
 */
function quotients(counts: Float64Array, exposures: Float64Array, members: Int32Array): Float64Array {
  const numerators = wholes(counts, members)
  const denominators = wholes(exposures, members)
  if (!numerators || !denominators) return places(counts, exposures, members)
  return numerators.map((count, subject) => count / (denominators[subject] as number))
}

const LARGEST_WHOLE = 2 ** 26

function wholes(values: Float64Array, members: Int32Array): Float64Array | undefined {
  for (const scale of [1, 10, 100, 1000, 10_000]) {
    const scaled = values.map((value) => Math.round(value * scale))
    const fits = (subject: number) => {
      const whole = scaled[subject] as number
      return Math.abs(whole) <= LARGEST_WHOLE && whole / scale === values[subject]
    }
    if (members.every(fits)) return scaled
  }
  return undefined
}

/** The slow way for any decimals: the place of each quotient among the different ones. */
function places(counts: Float64Array, exposures: Float64Array, members: Int32Array): Float64Array {
  const compare = (a: number, b: number) =>
    compareFractions(counts[a] as number, exposures[a] as number, counts[b] as number, exposures[b] as number)
  const sorted = members.slice().sort(compare)
  const place = new Float64Array(counts.length)
  let current = 0
  sorted.forEach((subject, at) => {
    if (at > 0 && compare(sorted[at - 1] as number, subject) !== 0) current++
    place[subject] = current
  })
  return place
}
