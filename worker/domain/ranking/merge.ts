import type { Band, Guards, Policy, RoundInput } from '../../../schema/api/ranking.ts'
import { bandByRank, type Quota, quota } from './bands.ts'
import { compositeKeys } from './composite.ts'
import { guardAgainst } from './guards.ts'
import { type List, readLists } from './lists.ts'
import { type Order, rankByKey } from './order.ts'
import { type Positions, positions } from './positions.ts'
import { competing, type Roster } from './roster.ts'

/** A round read once: what every run over it, with all sources or with one left out, starts from. */
export interface Prepared {
  policy: Policy
  roster: Roster
  lists: List[]
  /** only sources with a value for someone; a source's positions do not depend on the others */
  sources: Positions[]
  /** sources of weight 0 with a value for someone: they break ties and count nowhere else */
  weightless: Positions[]
}

/** One run's outcome by subject number. */
export interface Merged extends Order {
  sources: readonly Positions[]
  tieBreakers: readonly Positions[]
  keys: Float64Array
  quota: Quota
  /** after guards; undefined for the unranked */
  bands: (Band | undefined)[]
}

/** A round's input read and the whole rule run over it: what every answer about one of its subjects starts from. */
export type Ran = { prepared: Prepared; merged: Merged }

/** `checkRound` has checked the input. */
export function runOver(input: RoundInput): Ran {
  const prepared = prepare(input)
  return { prepared, merged: merge(prepared) }
}

/** Reads a round's input (checked by `checkRound`) into numbered lists. */
export function prepare(input: RoundInput): Prepared {
  const roster = competing(input.subjects)
  return prepareLists(input.policy, roster, readLists(input, roster))
}

/** The positions in every list that says anything. */
export function prepareLists(policy: Policy, roster: Roster, lists: List[]): Prepared {
  const all = lists.flatMap((list) => positions(list, policy.method) ?? [])
  const sources = all.filter(({ weight }) => weight > 0)
  return { policy, roster, lists, sources, weightless: all.filter(({ weight }) => weight === 0) }
}

/** The whole rule over all sources. */
export function merge(prepared: Prepared): Merged {
  const { sources, policy } = prepared
  return run(prepared, sources, policy.minSources, policy.guards)
}

/**
 * The same rule with one source left out: it breaks no ties, its guard falls away, and no more sources are asked
 * for than are left. Undefined where no other source has any value.
 */
export function mergeWithout(prepared: Prepared, left: Positions): Merged | undefined {
  const { minSources, guards } = prepared.policy
  const others = prepared.sources.filter((source) => source !== left)
  if (others.length === 0) return undefined
  const asked = Math.max(1, Math.min(minSources, others.length))
  return run(prepared, others, asked, guards?.source === left.key ? undefined : guards)
}

function run(
  { policy, roster, lists, weightless }: Prepared,
  sources: readonly Positions[],
  minSources: number,
  guards: Guards | undefined,
): Merged {
  const breaking = [...sources, ...weightless]
  const tieBreakers = policy.tieBreakers.flatMap((key) => breaking.find((source) => source.key === key) ?? [])
  const keys = compositeKeys(sources, roster.size, policy.method, minSources)
  const order = rankByKey(keys, tieBreakers)
  const places = quota(policy.bands, order.order.length)
  const guarded = lists.find(({ source }) => source.key === guards?.source)?.value
  const bands = new Array<Band | undefined>(roster.size).fill(undefined)
  for (const subject of order.order) {
    const band = bandByRank(order, places, subject)
    bands[subject] = guards && guardAgainst(guards, band, guarded?.[subject]) ? 'yellow' : band
  }
  return { ...order, sources, tieBreakers, keys, quota: places, bands }
}
