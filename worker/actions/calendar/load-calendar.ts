import { readCalendar } from '../../data/calendar.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type Calendar, calendarOf } from '../../domain/calendar/calendar.ts'

/** When this county works: the national arrangement with its own days and hours over it. One round trip. */
export async function loadCalendar(db: CountyDb): Promise<Calendar> {
  const { own, hours } = await readCalendar(db)
  return calendarOf(own, hours)
}
