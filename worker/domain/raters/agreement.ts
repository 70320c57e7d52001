import type { TownshipFigures } from '../../../schema/api/raters.ts'
import { mean } from './severity.ts'

export type Agreement = Pick<TownshipFigures, 'pairs' | 'inverted' | 'agreement' | 'distance'>

/**
 * Two opinions on the same villages, lower better in each: how many of the pairs both put in an order they put the
 * other way round, and how far apart they put a village on average, each list stretched from 0 to 100.
 */
export function agreementOf(own: readonly number[], others: readonly number[]): Agreement {
  let pairs = 0
  let inverted = 0
  for (let a = 0; a < own.length; a++) {
    for (let b = a + 1; b < own.length; b++) {
      const product =
        Math.sign((own[a] as number) - (own[b] as number)) *
        Math.sign((others[a] as number) - (others[b] as number))
      if (product !== 0) pairs++
      if (product < 0) inverted++
    }
  }
  const apart = distances(own, others)
  return {
    ...{ pairs, inverted },
    agreement: pairs === 0 ? null : (pairs - 2 * inverted) / pairs,
    distance: apart.length === 0 ? null : mean(apart),
  }
}

/** Which of the villages, by their place in the two lists, the two put furthest apart: the furthest first. */
export function furthestApart(own: readonly number[], others: readonly number[]): number[] {
  const apart = distances(own, others)
  return [...apart.keys()].sort((a, b) => (apart[b] ?? 0) - (apart[a] ?? 0) || a - b)
}

function distances(own: readonly number[], others: readonly number[]): number[] {
  const [mine, theirs] = [places(own), places(others)]
  return mine.map((place, at) => 100 * Math.abs(place - (theirs[at] ?? 0)))
}

/** Midrank positions (r − 0.5) / n, as the board's own rule has them. */
export function places(values: readonly number[]): number[] {
  return values.map((value) => {
    const better = values.filter((other) => other < value).length
    const same = values.filter((other) => other === value).length
    return (better + same / 2) / values.length
  })
}
