const dayMs = 86_400_000

/** The Monday of a day's week, both as 2026-03-06: weeks start on Monday. */
export function mondayOf(day: string): string {
  const at = Date.parse(day)
  // 1970-01-01 was a Thursday, three days after a Monday.
  const sinceMonday = (((at / dayMs + 3) % 7) + 7) % 7
  return new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10)
}
