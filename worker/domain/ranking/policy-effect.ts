import type { Band, Policy, RoundInput, Source, Standings } from '../../../schema/api/ranking.ts'
import { type Change, changes } from './changes.ts'
import { rank } from './rank.ts'

/** How many subjects have each band; the unranked have none. */
export type BandCounts = Record<Band, number> & { unranked: number }

/** What another policy would have made of a round's reports. */
export interface PolicyEffect {
  after: Standings
  /** whose rank, band or streak would differ, best first */
  moves: Change[]
  /** subjects that would turn red or green, and those that would no longer be; best first where they would stand */
  turned: Record<'red' | 'green', string[]>
  noLonger: Record<'red' | 'green', string[]>
  counts: { before: BandCounts; after: BandCounts }
  /** by township in the order of the roster */
  townships: { township: string; before: BandCounts; after: BandCounts }[]
  borderline: { before: number; after: number }
  /** places gained or lost, of those ranked both times: how many moved, the mean over all, the furthest */
  movement: { moved: number; mean: number; furthest: number }
  /** sources of the policy that the reports say nothing about: without value they weigh nothing here */
  silent: string[]
  /** sources that were reported as something else than the policy takes them for */
  reread: string[]
}

/**
 * The reports of a round ranked by another policy, against its own. `before` is `rank(input)`, which stays the same
 * while a policy is being tried. Expects a sound policy (`checkPolicy`).
 */
export function policyEffect(input: RoundInput, before: Standings, policy: Policy): PolicyEffect {
  const after = rank({ ...input, policy })
  const moves = changes(before, after)
  const turned = (band: Band) =>
    moves.flatMap(({ subject, ...move }) =>
      move.after?.band === band && move.before?.band !== band ? [subject] : [],
    )
  const noLonger = (band: Band) =>
    moves.flatMap(({ subject, ...move }) =>
      move.before?.band === band && move.after?.band !== band ? [subject] : [],
    )
  const size = input.subjects.filter(({ exempt }) => !exempt).length
  return {
    after,
    moves,
    turned: { red: turned('red'), green: turned('green') },
    noLonger: { red: noLonger('red'), green: noLonger('green') },
    counts: { before: countBands(before, size), after: countBands(after, size) },
    townships: byTownship(input, before, after),
    borderline: { before: countBorderline(before), after: countBorderline(after) },
    movement: movementOf(moves, after),
    silent: policy.sources.filter((source) => !speaks(input, source)).map(({ key }) => key),
    reread: policy.sources.filter((source) => reread(input.policy, source)).map(({ key }) => key),
  }
}

function countBands({ standings }: Standings, size: number): BandCounts {
  const counts = { green: 0, yellow: 0, red: 0, unranked: size - standings.length }
  for (const { band } of standings) counts[band] += 1
  return counts
}

function byTownship({ subjects }: RoundInput, before: Standings, after: Standings) {
  const competing = subjects.filter(({ exempt }) => !exempt)
  const townshipOf = new Map(competing.map(({ code, township }) => [code, township]))
  const of = ({ standings }: Standings) => {
    const counts = new Map<string, BandCounts>()
    for (const { township } of competing) {
      const known = counts.get(township) ?? { green: 0, yellow: 0, red: 0, unranked: 0 }
      known.unranked += 1
      counts.set(township, known)
    }
    for (const { subject, band } of standings) {
      const known = counts.get(townshipOf.get(subject) ?? '')
      if (!known) continue
      known[band] += 1
      known.unranked -= 1
    }
    return counts
  }
  const [was, is] = [of(before), of(after)]
  const none = { green: 0, yellow: 0, red: 0, unranked: 0 }
  return [...was].map(([township, counts]) => ({
    ...{ township, before: counts, after: is.get(township) ?? none },
  }))
}

function countBorderline({ standings }: Standings): number {
  return standings.filter(({ borderline }) => borderline).length
}

function movementOf(moves: readonly Change[], { standings }: Standings) {
  const places = moves.flatMap(({ before, after }) =>
    before && after && before.rank !== after.rank ? [Math.abs(before.rank - after.rank)] : [],
  )
  const sum = places.reduce((total, one) => total + one, 0)
  return {
    moved: places.length,
    mean: standings.length === 0 ? 0 : sum / standings.length,
    furthest: Math.max(0, ...places),
  }
}

/** An exposed source hears only entries that say how much was covered. */
function speaks({ reports, amendments = [] }: RoundInput, { key, exposed }: Source): boolean {
  const heard = ({ exposure }: { exposure?: number | undefined }) => !exposed || (exposure ?? 0) > 0
  return (
    reports.some(({ source, entries }) => source === key && entries.some(heard)) ||
    amendments.some((made) => made.source === key && made.value !== null && heard(made))
  )
}

function reread(reported: Policy, { key, kind }: Source): boolean {
  const was = reported.sources.find((source) => source.key === key)
  return was !== undefined && was.kind !== kind
}
