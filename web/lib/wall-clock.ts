const shanghai = 8 * 3_600_000

/** A moment (epoch ms or ISO) as the clock on a wall in Shanghai shows it, for a field of date and time: 2026-03-06T18:00. */
export function wallClock(at: number | string): string {
  return new Date(new Date(at).getTime() + shanghai).toISOString().slice(0, 16)
}

/** What such a field says, as an instant; undefined where it says no moment. */
export function instantOf(field: string): string | undefined {
  const at = Date.parse(`${field}:00+08:00`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
