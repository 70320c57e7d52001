import { eq } from 'drizzle-orm'
import { WorkingHours } from '../../schema/api/calendar.ts'
import { calendarDay } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { selectSetting } from './settings.ts'
import type { Statement } from './statement.ts'

export type OwnDay = Row<typeof calendarDay>

/** A county's own days, a few dozen a year, and its working hours where it has set them. Two statements, one trip. */
export function selectCalendar(db: CountyDb): [Statement<OwnDay>, Statement<{ value: unknown }>] {
  return [
    db.select(calendarDay, undefined, { orderBy: calendarDay.day, limit: 2000 }),
    selectSetting(db, 'working_hours'),
  ]
}

export async function readCalendar(db: CountyDb): Promise<{ own: OwnDay[]; hours?: WorkingHours }> {
  const [own, [set]] = await db.together(...selectCalendar(db))
  const hours = WorkingHours.safeParse(set?.value)
  return { own, ...(hours.success ? { hours: hours.data } : {}) }
}

/** Notes a day, over what was noted of it before. */
export function putDay(db: CountyDb, day: OwnDay): Statement<OwnDay> {
  return db.insert(calendarDay, day, { taken: 'replace' })
}

export function removeDay(db: CountyDb, day: string): Statement<OwnDay> {
  return db.remove(calendarDay, eq(calendarDay.day, day))
}
