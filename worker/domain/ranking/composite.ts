import type { Method } from '../../../schema/api/ranking.ts'
import { wholeNumbers } from './decimal.ts'
import type { Positions } from './positions.ts'

/** Key of a subject with too few sources. */
export const UNRANKED = -1

/**
 * `K = floor(P × 1 000 000 + 0.5)` by subject number, `P = Σ w·p / Σ w`, or UNRANKED with fewer than `minSources`.
 * Floats decide where they cannot be wrong; within rounding error of a step the fraction is computed exactly.
 */
export function compositeKeys(
  sources: readonly Positions[],
  size: number,
  method: Method,
  minSources: number,
): Float64Array {
  const { sum, weight, count } = totals(sources, size)
  const doubt = relativeError(sources)
  const keys = new Float64Array(size)
  let exact: ((subject: number) => number) | undefined
  for (let subject = 0; subject < size; subject++) {
    if ((count[subject] as number) < minSources) {
      keys[subject] = UNRANKED
      continue
    }
    const guess = ((sum[subject] as number) / (weight[subject] as number)) * 1_000_000 + 0.5
    const floor = Math.floor(guess)
    const margin = guess * doubt
    if (guess - floor > margin && floor + 1 - guess > margin) {
      keys[subject] = floor
    } else {
      exact ??= exactKeys(sources, method)
      keys[subject] = exact(subject)
    }
  }
  return keys
}

function totals(sources: readonly Positions[], size: number) {
  const sum = new Float64Array(size)
  const weight = new Float64Array(size)
  const count = new Int32Array(size)
  for (const source of sources) {
    const { twice, part } = source
    for (let subject = 0; subject < size; subject++) {
      if (twice[subject] === 0) continue
      sum[subject] = (sum[subject] as number) + (part[subject] as number)
      weight[subject] = (weight[subject] as number) + source.weight
      count[subject] = (count[subject] as number) + 1
    }
  }
  return { sum, weight, count }
}

/** Every term is positive, so each operation adds at most half a unit in the last place; doubled to be safe. */
function relativeError(sources: readonly Positions[]): number {
  const ordinary = sources.every(({ weight }) => weight > 1e-100 && weight < 1e100)
  return ordinary ? (sources.length + 10) * 2 ** -52 : Number.POSITIVE_INFINITY
}

function exactKeys(sources: readonly Positions[], method: Method): (subject: number) => number {
  const fraction = exactComposite(sources, method)
  return (subject) => {
    const { numerator, denominator } = fraction(subject)
    return Number((2_000_000n * numerator + denominator) / (2n * denominator))
  }
}

const SHOWN = 10n ** 12n

/** `P` of a ranked subject to twelve decimals. */
export function compositeShown(sources: readonly Positions[], method: Method, subject: number): number {
  const { numerator, denominator } = exactComposite(sources, method)(subject)
  return Number((2n * SHOWN * numerator + denominator) / (2n * denominator)) / Number(SHOWN)
}

/** `P` of a subject as an exact fraction. */
function exactComposite(sources: readonly Positions[], method: Method) {
  const weights = wholeNumbers(sources.map(({ weight }) => weight))
  return (subject: number) => {
    let numerator = 0n
    let denominator = 1n
    let total = 0n
    sources.forEach(({ twice, of }, at) => {
      if (twice[subject] === 0) return
      const weight = weights[at] ?? 0n
      const doubled = BigInt(twice[subject] as number)
      const top = method === 'rank_sum' ? doubled : doubled - 1n
      const bottom = method === 'rank_sum' ? 2n : 2n * BigInt(of[subject] as number)
      numerator = numerator * bottom + weight * top * denominator
      denominator *= bottom
      total += weight
    })
    return { numerator, denominator: denominator * total }
  }
}
