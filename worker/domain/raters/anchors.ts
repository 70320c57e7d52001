import type { Anchor } from '../../../schema/api/raters.ts'
import { groupBy } from '../sheets/group-by.ts'
import { countyPositions, type Opinions } from './opinions.ts'
import { membersByReporter } from './read-round.ts'
import { mean } from './severity.ts'

type Judged = { source: string; reporter: string; subject: string; place: number }

/**
 * Reporters compared by the villages that another reporter of the same source judged too, in other rounds: per
 * village its own mean place in the county less the others' mean place, then the mean over those villages, in
 * hundredths. A village changes from week to week, so it takes several to mean anything.
 */
export function anchorsOf(rounds: readonly Opinions[]): Omit<Anchor, 'name'>[] {
  const judged = rounds.flatMap(judgedIn)
  const bySource = groupBy(judged, ({ source }) => source)
  return [...bySource].flatMap(([source, all]) => {
    const bySubject = groupBy(all, ({ subject }) => subject)
    const gaps: { reporter: string; gap: number }[] = []
    for (const said of bySubject.values()) {
      const byReporter = groupBy(said, ({ reporter }) => reporter)
      if (byReporter.size < 2) continue
      for (const [reporter, own] of byReporter) {
        const others = said.filter((one) => one.reporter !== reporter)
        gaps.push({ reporter, gap: 100 * (meanPlace(own) - meanPlace(others)) })
      }
    }
    return [...groupBy(gaps, ({ reporter }) => reporter)].map(([reporter, own]) => ({
      ...{ source, reporter, villages: own.length },
      difference: mean(own.map(({ gap }) => gap)),
    }))
  })
}

function judgedIn(opinions: Opinions): Judged[] {
  return opinions.said.flatMap((list) => {
    const across = countyPositions(list)
    if (!across || list.source.scope === 'township') return []
    const { key } = list.source
    return [...membersByReporter(opinions, key)].flatMap(([reporter, members]) =>
      members.map((subject) => ({
        ...{ source: key, reporter, subject: opinions.prepared.roster.codes[subject] ?? '' },
        place: across[subject] as number,
      })),
    )
  })
}

function meanPlace(judged: readonly Judged[]): number {
  return mean(judged.map(({ place }) => place))
}
