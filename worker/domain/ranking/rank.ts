import type { RoundInput, Standing, Standings, Unranked } from '../../../schema/api/ranking.ts'
import { borderline } from './borderline.ts'
import { UNRANKED } from './composite.ts'
import { type Merged, merge, type Prepared, prepare } from './merge.ts'
import { nextStreak, streaksAfter } from './streaks.ts'

/**
 * The standings of a round, by rank and then code. Pure and total: the same input gives the same answer, in whatever
 * order subjects and reports stand. Expects input without the problems that `checkRound` names.
 */
export function rank(input: RoundInput): Standings {
  const prepared = prepare(input)
  const merged = merge(prepared)
  return {
    bandsClamped: merged.quota.clamped,
    unranked: unranked(prepared, merged),
    standings: standings(input, prepared, merged),
  }
}

function unranked({ roster }: Prepared, { keys }: Merged): Unranked[] {
  return roster.codes
    .filter((_, subject) => keys[subject] === UNRANKED)
    .sort(byCode)
    .map((subject) => ({ subject, reason: 'too_few_sources' }))
}

function standings(input: RoundInput, prepared: Prepared, merged: Merged): Standing[] {
  const { codes } = prepared.roster
  const flags = borderline(prepared, merged)
  const before = streaksAfter(input.carried ?? {}, input.history ?? [])
  const scored = input.policy.method === 'percentile'
  return listed(codes, merged).map((subject) => {
    const code = codes[subject] ?? ''
    const band = merged.bands[subject] ?? 'yellow'
    const key = merged.keys[subject] as number
    const standing: Standing = {
      subject: code,
      rank: merged.rank[subject] as number,
      key,
      band,
      streak: nextStreak(before.get(code), band),
      borderline: flags[subject] === 1,
    }
    if (scored) standing.score = scoreShown(key)
    return standing
  })
}

/** Those who share a rank stand by code. */
function listed(codes: readonly string[], { order, rank }: Merged): number[] {
  const listing = Array.from(order)
  for (let start = 0; start < listing.length; ) {
    const place = rank[listing[start] as number]
    let end = start + 1
    while (end < listing.length && rank[listing[end] as number] === place) end++
    if (end - start > 1) {
      const tied = listing.slice(start, end).sort((a, b) => byCode(codes[a] ?? '', codes[b] ?? ''))
      tied.forEach((subject, at) => {
        listing[start + at] = subject
      })
    }
    start = end
  }
  return listing
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `100 × (1 − K / 1 000 000)` to one decimal, halves up. */
export function scoreShown(key: number): number {
  return Math.floor((1_000_500 - key) / 1000) / 10
}
