import type { Band } from '../../../../schema/api/ranking.ts'
import type { NamedStanding, RoundStandings } from '../../../../schema/api/standings.ts'

/** One village in two rounds; null in a round where it had no rank. */
export type Pair = Pick<NamedStanding, 'subject' | 'name' | 'township' | 'townshipName'> & {
  earlier: Placed | null
  later: Placed | null
  /** Places gained from the earlier to the later round. */
  gained: number | null
  changed: boolean
}

type Placed = Pick<NamedStanding, 'rank' | 'band' | 'streak' | 'score'>

/** Every village ranked in either of two rounds: by its rank in the later one, then those that have fallen out of it. */
export function pairs(
  earlier: Pick<RoundStandings, 'standings'>,
  later: Pick<RoundStandings, 'standings'>,
): Pair[] {
  const before = new Map(earlier.standings.map((standing) => [standing.subject, standing]))
  const still = new Set(later.standings.map(({ subject }) => subject))
  return [
    ...later.standings.map((now) => pair(now, before.get(now.subject) ?? null, now)),
    ...earlier.standings.filter(({ subject }) => !still.has(subject)).map((was) => pair(was, was, null)),
  ]
}

function pair(named: NamedStanding, earlier: Placed | null, later: Placed | null): Pair {
  const { subject, name, township, townshipName } = named
  return {
    ...{ subject, name, township, townshipName, earlier, later },
    gained: earlier && later ? earlier.rank - later.rank : null,
    changed: (earlier?.band ?? null) !== (later?.band ?? null),
  }
}

/** How many villages went from one colour to another, the most frequent turn first. */
export type Turn = { from: Band | null; to: Band | null; n: number }

export function turns(all: readonly Pair[]): Turn[] {
  const counts = new Map<string, Turn>()
  for (const { earlier, later, changed } of all) {
    if (!changed) continue
    const [from, to] = [earlier?.band ?? null, later?.band ?? null]
    const known = counts.get(`${from} ${to}`) ?? { from, to, n: 0 }
    known.n += 1
    counts.set(`${from} ${to}`, known)
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)
}
