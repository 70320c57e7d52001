import type { Band, Standing, Standings } from '../../../schema/api/ranking.ts'

export interface Place {
  rank: number
  band: Band
  streak: number
}

/** A subject whose place is not what it was; null where it was or is unranked or not in the round. */
export interface Change {
  subject: string
  before: Place | null
  after: Place | null
}

/** Whose rank, band or streak differs between two standings, in the order of `after`, then those who fell out of it. */
export function changes(before: Standings, after: Standings): Change[] {
  const earlier = new Map(before.standings.map((standing) => [standing.subject, standing]))
  const still = new Set(after.standings.map(({ subject }) => subject))
  const moved = after.standings.flatMap((standing) => {
    const was = earlier.get(standing.subject)
    if (was && same(was, standing)) return []
    return [{ subject: standing.subject, before: was ? place(was) : null, after: place(standing) }]
  })
  const gone = before.standings.filter(({ subject }) => !still.has(subject))
  return [...moved, ...gone.map((was) => ({ subject: was.subject, before: place(was), after: null }))]
}

function same(a: Standing, b: Standing): boolean {
  return a.rank === b.rank && a.band === b.band && a.streak === b.streak
}

function place({ rank, band, streak }: Standing): Place {
  return { rank, band, streak }
}
