import { sql } from 'drizzle-orm'
import type { CountyCalendar, DayChange, WorkingHours } from '../../../schema/api/calendar.ts'
import { putDay, readCalendar, removeDay } from '../../data/calendar.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { putSetting } from '../../data/settings.ts'
import { calendarDays, usualHours } from '../../domain/calendar/calendar.ts'
import { nationalYears } from '../../domain/calendar/national.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** The county's calendar as it is shown: every day out of the ordinary, and who set it. One round trip. */
export async function showCalendar(db: CountyDb): Promise<CountyCalendar> {
  const { own, hours = usualHours } = await readCalendar(db)
  const national = nationalYears.map(({ year, title, publishedOn }) => ({ year, title, publishedOn }))
  return { hours, days: calendarDays(own), national }
}

/** Makes a day a holiday or a working day of this county, whatever the nation arranged. */
export async function setDay(
  context: CountyContext,
  day: string,
  change: DayChange,
): Promise<CountyCalendar> {
  const { db } = context
  await db.write(putDay(db, { day, ...change }), record(context, 'calendar.set', day, change))
  return showCalendar(db)
}

/** Leaves a day to the national arrangement again; where the county had set nothing, nothing changes. */
export async function clearDay(context: CountyContext, day: string): Promise<CountyCalendar> {
  const { db } = context
  await db.write(removeDay(db, day), record(context, 'calendar.clear', day, {}, sql`changes() > 0`))
  return showCalendar(db)
}

export async function setHours(context: CountyContext, hours: WorkingHours): Promise<CountyCalendar> {
  const { db } = context
  await db.write(
    putSetting(db, 'working_hours', hours),
    record(context, 'calendar.hours', 'working_hours', hours),
  )
  return showCalendar(db)
}
