import { dayOf } from '../consequences/due-on.ts'
import { type Calendar, type Day, dayAfter, isWorkingDay } from './calendar.ts'

/** So many hours of work, or the end of work so many working days later. */
export type WorkingTime = { hours: number; days?: never } | { days: number; hours?: never }

/**
 * When a time limit that counts working time only runs out. `hours` run while the county is at work; the clock stands
 * at night, at noon and on days off. `days` are counted from the next working day, as time limits of offices are, and
 * end with that day's work; 0 days end with today's work, or the next working day's. Ten years without enough work
 * end the search, so a calendar without working days gives a date that far off.
 */
export function addWorkingTime(calendar: Calendar, from: Date, time: WorkingTime): Date {
  return time.days === undefined
    ? afterHours(calendar, from, time.hours)
    : afterDays(calendar, from, time.days)
}

/** Working time between two instants, in hours; 0 where `to` is not after `from`. Spans over ten years end there. */
export function workingHoursBetween(calendar: Calendar, from: Date, to: Date): number {
  let worked = 0
  for (const day of daysFrom(dayOf(from))) {
    if (start(day) >= to.getTime()) break
    for (const shift of shiftsOn(calendar, day)) {
      worked += Math.max(0, Math.min(shift.to, to.getTime()) - Math.max(shift.from, from.getTime()))
    }
  }
  return worked / hourMs
}

function afterHours(calendar: Calendar, from: Date, hours: number): Date {
  let left = hours * hourMs
  let last = from.getTime()
  for (const day of daysFrom(dayOf(from))) {
    for (const shift of shiftsOn(calendar, day)) {
      const begins = Math.max(shift.from, from.getTime())
      if (begins >= shift.to) continue
      if (begins + left <= shift.to) return new Date(begins + left)
      left -= shift.to - begins
    }
    last = start(day) + dayMs
  }
  return new Date(last)
}

function afterDays(calendar: Calendar, from: Date, days: number): Date {
  const today = dayOf(from)
  let counted = 0
  let last = today
  for (const day of daysFrom(today)) {
    last = day
    if (!isWorkingDay(calendar, day)) continue
    if (day > today) counted++
    const ends = at(day, calendar.hours.to)
    if (counted >= days && ends > from.getTime()) return new Date(ends)
  }
  return new Date(at(last, calendar.hours.to))
}

type Shift = { from: number; to: number }

/** The spans of work of a day, epoch ms. */
function shiftsOn(calendar: Calendar, day: Day): Shift[] {
  if (!isWorkingDay(calendar, day)) return []
  const { from, to, pause } = calendar.hours
  if (pause === null) return [{ from: at(day, from), to: at(day, to) }]
  return [
    { from: at(day, from), to: at(day, pause.from) },
    { from: at(day, pause.to), to: at(day, to) },
  ]
}

function* daysFrom(day: Day): Generator<Day> {
  for (let away = 0; away < 3653; away++) yield dayAfter(day, away)
}

const hourMs = 3_600_000
const dayMs = 86_400_000

/** A clock time of a day in Asia/Shanghai, UTC+8, as epoch ms. */
function at(day: Day, clock: string): number {
  return Date.parse(`${day}T${clock}:00+08:00`)
}

function start(day: Day): number {
  return at(day, '00:00')
}
