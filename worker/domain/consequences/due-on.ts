const dayMs = 86_400_000
/** Asia/Shanghai is UTC+8 all year. */
const shanghaiMs = 8 * 3_600_000

/** The calendar day in Asia/Shanghai of an instant, e.g. 2026-03-06. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + shanghaiMs).toISOString().slice(0, 10)
}

/** The day so many days after the one of an instant; beyond the calendar's end it stays at its last day. */
export function dueOn(instant: Date, days: number): string {
  const at = Math.min(instant.getTime() + days * dayMs, Date.UTC(9999, 11, 31) - shanghaiMs)
  return dayOf(new Date(at))
}

/** The instant at which a calendar day is over in Asia/Shanghai, epoch ms. */
export function endOf(day: string): number {
  return Date.parse(day) + dayMs - shanghaiMs
}
