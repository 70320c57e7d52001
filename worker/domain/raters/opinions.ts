import type { RoundInput } from '../../../schema/api/ranking.ts'
import { compositeKeys, UNRANKED } from '../ranking/composite.ts'
import { type List, readLists } from '../ranking/lists.ts'
import { type Merged, merge, type Prepared, prepare } from '../ranking/merge.ts'
import { positions } from '../ranking/positions.ts'

/** A round read for its raters: as it counts, with rulings, and as the reporters said it, without. */
export type Opinions = { input: RoundInput; prepared: Prepared; merged: Merged; said: List[] }

export function opinionsOf(input: RoundInput): Opinions {
  const prepared = prepare(input)
  const said = readLists({ ...input, amendments: [] }, prepared.roster)
  return { input, prepared, merged: merge(prepared), said }
}

/**
 * Where each subject stands in a source among the whole county, 0 best to 1 worst, whomever the board compares it
 * with; NaN without a value. Undefined for ranks within a township: a first place says nothing beyond the township.
 */
export function countyPositions({ group: _, ...list }: List): Float64Array | undefined {
  if (list.source.kind === 'rank' && list.source.scope !== 'county') return undefined
  const found = positions({ ...list, groups: 1 }, 'percentile')
  return found && Float64Array.from(found.twice, (twice, at) => hazen(twice, found.of[at] ?? 0))
}

function hazen(twice: number, of: number): number {
  return twice === 0 ? Number.NaN : (twice - 1) / (2 * of)
}

/** What the sources other than `key` say of each subject county-wide: the mean of their positions by weight, or NaN. */
export function othersAcross(lists: readonly List[], key: string): Float64Array {
  const others = lists.filter(({ source }) => source.key !== key)
  const size = lists[0]?.value.length ?? 0
  const sum = new Float64Array(size)
  const weight = new Float64Array(size)
  for (const list of others) {
    countyPositions(list)?.forEach((p, subject) => {
      if (Number.isNaN(p)) return
      sum[subject] = (sum[subject] as number) + list.source.weight * p
      weight[subject] = (weight[subject] as number) + list.source.weight
    })
  }
  return sum.map((total, subject) => total / (weight[subject] as number))
}

/**
 * How the sources other than `key` would put each subject by the board's own rule, in millionths, lower better;
 * undefined where none of them says anything of it.
 */
export function othersByRule({ policy, roster, sources }: Prepared, key: string): (number | undefined)[] {
  const others = sources.filter((source) => source.key !== key)
  const keys = compositeKeys(others, roster.size, policy.method, 1)
  return Array.from(keys, (value) => (value === UNRANKED ? undefined : value))
}
