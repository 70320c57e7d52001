/** How the next attempt is put off; `asked`: the service itself named the time, which no tap overrides. */
export type Pace = { failures: number; nextAt: number | null; asked: boolean }

export const unhurried: Pace = { failures: 0, nextAt: null, asked: false }

const first = 2000
const longest = 15 * 60_000

/**
 * The pace after one more failure at `now` (epoch ms): twice as long each time, up to a quarter of an hour, between
 * half and all of it by `random` (0 to 1) so that a village's phones do not all come back at once.
 */
export function slower({ failures }: Pace, now: number, random: number, after?: number): Pace {
  const wait = Math.min(longest, first * 2 ** Math.min(failures, 20)) * (0.5 + random / 2)
  return { failures: failures + 1, nextAt: now + Math.max(wait, after ?? 0), asked: after !== undefined }
}
