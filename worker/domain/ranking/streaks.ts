import type { Band, BandsOfRound, Carried, Streak } from '../../../schema/api/ranking.ts'

/**
 * How long each subject has had its band after the given rounds (oldest first), starting from what was carried so
 * far. A round in which a subject is absent (unranked, exempt) neither breaks nor lengthens its streak.
 */
export function carry(carried: Carried, ...history: readonly BandsOfRound[]): Carried {
  return Object.fromEntries(streaksAfter(carried, history))
}

/** As `carry`, by subject code. */
export function streaksAfter(carried: Carried, history: readonly BandsOfRound[]): Map<string, Streak> {
  const streaks = new Map(Object.entries(carried))
  for (const round of history) {
    for (const [subject, band] of Object.entries(round)) {
      streaks.set(subject, { band, streak: nextStreak(streaks.get(subject), band) })
    }
  }
  return streaks
}

/** The streak of a subject that gets `band` now, this round included. */
export function nextStreak(before: Streak | undefined, band: Band): number {
  return before?.band === band ? before.streak + 1 : 1
}
