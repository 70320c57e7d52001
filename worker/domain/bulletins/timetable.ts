import { type Calendar, type Day, dayAfter, isWorkingDay, workingDayFrom } from '../calendar/calendar.ts'

/** 18:00 in Asia/Shanghai, when the day's bulletin is drafted. */
const hour = 18
const hourMs = 3_600_000
const shanghaiMs = 8 * hourMs
/** A daily draft missed at its hour is made up for within the night, not days later. */
const graceMs = 12 * hourMs

/** When a day's bulletin is drafted, epoch ms. */
export function draftingTime(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - shanghaiMs + hour * hourMs
}

/** The working day whose bulletin is to be drafted at `now` (epoch ms), and when the next one is. */
export function dailyDue(calendar: Calendar, now: number): { day: Day | undefined; next: number } {
  const today = new Date(now + shanghaiMs).toISOString().slice(0, 10)
  const last = draftingTime(today) <= now ? today : dayAfter(today, -1)
  const due = isWorkingDay(calendar, last) && now - draftingTime(last) < graceMs
  return { day: due ? last : undefined, next: draftingTime(workingDayFrom(calendar, dayAfter(last, 1))) }
}

/** The days of a round: a day belongs to it where most of the day does. */
export function daysOfRound({ opensAt, closesAt }: { opensAt: string; closesAt: string }): {
  from: Day
  to: Day
} {
  const day = (instant: string, moved: number) =>
    new Date(Date.parse(instant) + shanghaiMs + moved).toISOString().slice(0, 10)
  const from = day(opensAt, 12 * hourMs)
  const to = day(closesAt, -12 * hourMs)
  return to < from ? { from: to, to } : { from, to }
}
