import type { Band } from '../../../schema/api/ranking.ts'
import type { List } from '../ranking/lists.ts'
import { merge } from '../ranking/merge.ts'
import { positions } from '../ranking/positions.ts'
import { type Opinions, othersByRule } from './opinions.ts'

/** By subject number; reds are with the list − without it. */
export type BandsDecided = {
  own: number
  others: number
  ownReds: number
  otherReds: number
  changes: { subject: number; band: Band; without: Band }[]
}

/** Which bands differ from those if all of a list's villages were tied: what the list's order decides. */
export function decidedAgainstTies(opinions: Opinions, list: List, members: readonly number[]): BandsDecided {
  return decided(
    opinions,
    list,
    members,
    members.map(() => 1),
  )
}

/**
 * Which bands differ from those if the list had the order the other sources give its villages; one they say nothing
 * of stands in the middle.
 */
export function decidedAgainstOthers(
  opinions: Opinions,
  list: List,
  members: readonly number[],
): BandsDecided {
  const keys = othersByRule(opinions.prepared, list.source.key)
  return decided(
    opinions,
    list,
    members,
    members.map((subject) => keys[subject] ?? 500_000),
  )
}

/** `order` takes the place of the members' values, lower better. Guards keep looking at what was said. */
function decided(
  { prepared, merged }: Opinions,
  list: List,
  members: readonly number[],
  order: readonly number[],
): BandsDecided {
  const other = merge({
    ...prepared,
    sources: prepared.sources.map((source) =>
      source.key === list.source.key
        ? (positions(inPlaceOf(list, members, order), prepared.policy.method) ?? source)
        : source,
    ),
  })
  const mine = new Set(members)
  const changes = merged.bands.flatMap((band, subject) => {
    const without = other.bands[subject]
    return band && without && band !== without ? [{ subject, band, without }] : []
  })
  const own = changes.filter(({ subject }) => mine.has(subject))
  const others = changes.filter(({ subject }) => !mine.has(subject))
  return {
    ...{ own: own.length, others: others.length, ownReds: reds(own), otherReds: reds(others), changes },
  }
}

function reds(changes: BandsDecided['changes']): number {
  return changes.reduce(
    (sum, { band, without }) => sum + Number(band === 'red') - Number(without === 'red'),
    0,
  )
}

/** Members and others never share a comparison group, so their numbers need not be on one scale. */
function inPlaceOf(list: List, members: readonly number[], order: readonly number[]): List {
  const value = list.value.slice()
  const exposure = list.exposure?.slice()
  const sign = list.source.kind === 'score' ? -1 : 1
  members.forEach((subject, at) => {
    value[subject] = sign * (order[at] as number)
    if (exposure) exposure[subject] = 1
  })
  return { ...list, value, ...(exposure ? { exposure } : {}) }
}
