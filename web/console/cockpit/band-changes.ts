import type { Band } from '../../../schema/api/ranking.ts'
import type { NamedStanding } from '../../../schema/api/standings.ts'

/** Who has come into a colour since the round before, and who has left it. */
export type BandChange = { band: Exclude<Band, 'yellow'>; entered: NamedStanding[]; left: NamedStanding[] }

/** Compares two rounds' standings; a subject that one of them does not rank has not moved. */
export function bandChanges(now: readonly NamedStanding[], before: readonly NamedStanding[]): BandChange[] {
  const was = new Map(before.map(({ subject, band }) => [subject, band]))
  const moved = now.filter(({ subject, band }) => was.has(subject) && was.get(subject) !== band)
  return (['red', 'green'] as const).map((band) => ({
    band,
    entered: moved.filter((one) => one.band === band),
    left: moved.filter(({ subject }) => was.get(subject) === band),
  }))
}
