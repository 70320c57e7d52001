import type { Deadline } from '../../../schema/api/issues.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { dayAfter } from '../calendar/calendar.ts'
import { addWorkingTime } from '../calendar/working-time.ts'
import { dayOf, endOf } from '../consequences/due-on.ts'

const hour = 3_600_000

/**
 * When a repair that is asked for at `from` is due. Days end with the day (in Asia/Shanghai), working days with that
 * day's work; the same day ends with today.
 */
export function dueBy(deadline: Deadline, from: Date, calendar: Calendar): Date {
  switch (deadline.unit) {
    case 'same_day':
      return lastSecondOf(dayOf(from))
    case 'days':
      return lastSecondOf(dayAfter(dayOf(from), deadline.amount))
    case 'hours':
      return new Date(from.getTime() + deadline.amount * hour)
    case 'working_hours':
      return addWorkingTime(calendar, from, { hours: deadline.amount })
    case 'working_days':
      return addWorkingTime(calendar, from, { days: deadline.amount })
  }
}

/** 23:59:59 of a day in Asia/Shanghai: still that day, whoever shows it. */
function lastSecondOf(day: string): Date {
  return new Date(endOf(day) - 1000)
}
