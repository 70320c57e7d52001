/** One published round of a board, with those it commends. */
export type CommendedRound = {
  id: string
  no: number
  publishedAt: string
  /** The commended subjects by id, with the action that commends each. */
  commended: ReadonlyMap<string, string>
}

/** Who holds the red banner: since which round, for how many rounds running. `earlier`: since before what was looked at. */
export type Holding = {
  subject: string
  /** The action of the newest round. */
  consequence: string
  since: { no: number; publishedAt: string }
  rounds: number
  earlier: boolean
}

/** What a round changed: who got the banner, who had to pass it on. */
export type Passing = { id: string; no: number; publishedAt: string; gained: string[]; lost: string[] }

/**
 * Who holds the travelling red banner (流动红旗) after the newest round, the longest-held first, and how it travelled.
 * A subject holds it from the first round that commends it until a round that does not. `rounds`: the newest first.
 */
export function banners(rounds: readonly CommendedRound[]): { holdings: Holding[]; passings: Passing[] } {
  const [newest] = rounds
  if (!newest) return { holdings: [], passings: [] }
  const holdings = [...newest.commended].map(([subject, consequence]): Holding => {
    const broken = rounds.findIndex(({ commended }) => !commended.has(subject))
    const held = broken === -1 ? rounds.length : broken
    const { no, publishedAt } = rounds[held - 1] ?? newest
    return { subject, consequence, since: { no, publishedAt }, rounds: held, earlier: broken === -1 }
  })
  return { holdings: holdings.sort(longestFirst), passings: passingsOf(rounds) }
}

/** The oldest round looked at has nothing to be compared with. */
function passingsOf(rounds: readonly CommendedRound[]): Passing[] {
  return rounds.slice(0, -1).map(({ id, no, publishedAt, commended }, i) => {
    const before = rounds[i + 1]?.commended ?? new Map<string, string>()
    return {
      ...{ id, no, publishedAt },
      gained: [...commended.keys()].filter((subject) => !before.has(subject)),
      lost: [...before.keys()].filter((subject) => !commended.has(subject)),
    }
  })
}

function longestFirst(a: Holding, b: Holding): number {
  return b.rounds - a.rounds || (a.subject < b.subject ? -1 : 1)
}
