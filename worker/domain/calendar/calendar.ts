import type { CalendarDay, WorkingHours } from '../../../schema/api/calendar.ts'
import { nationalYears } from './national.ts'

/** A calendar day in Asia/Shanghai, 2026-03-06. */
export type Day = string

/**
 * When a county works: on weekdays but for `holidays`, and on `workdays` even at a weekend (调休), in its office hours.
 */
export type Calendar = { holidays: readonly Day[]; workdays: readonly Day[]; hours: WorkingHours }

/** A county's hours until it sets its own: eight a day. */
export const usualHours: WorkingHours = { from: '08:30', to: '17:30', pause: { from: '12:00', to: '13:00' } }

type DayOfItsOwn = Pick<CalendarDay, 'day' | 'kind' | 'name'>

/** The national arrangement and a county's own days, which go before it, in the order of the days. */
export function calendarDays(own: readonly DayOfItsOwn[]): CalendarDay[] {
  const days = new Map<Day, CalendarDay>()
  for (const { days: national } of nationalYears)
    for (const day of national) days.set(day.day, { ...day, setBy: 'nation' })
  for (const { day, kind, name } of own) days.set(day, { day, kind, name, setBy: 'county' })
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** What the rules below need, from a county's own days and hours. */
export function calendarOf(own: readonly DayOfItsOwn[], hours: WorkingHours = usualHours): Calendar {
  const days = calendarDays(own)
  const ofKind = (kind: CalendarDay['kind']) => days.filter((day) => day.kind === kind).map(({ day }) => day)
  return { holidays: ofKind('holiday'), workdays: ofKind('workday'), hours }
}

/** Whether the county works that day: a swapped working day yes, a holiday no, else Monday to Friday. */
export function isWorkingDay(
  { holidays, workdays }: Pick<Calendar, 'holidays' | 'workdays'>,
  day: Day,
): boolean {
  if (workdays.includes(day)) return true
  return !holidays.includes(day) && !isWeekend(day)
}

/** The first working day from that day on, itself included; `direction` -1 looks back. Itself where a year has none. */
export function workingDayFrom(calendar: Calendar, day: Day, direction: 1 | -1 = 1): Day {
  for (let away = 0; away < 366; away++) {
    const candidate = dayAfter(day, away * direction)
    if (isWorkingDay(calendar, candidate)) return candidate
  }
  return day
}

/** The day so many days later (earlier, where negative). */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

const dayMs = 86_400_000
