import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DayKind } from '../api/calendar.ts'
import type { CountyKey } from './keys.ts'

/** Days on which a county departs from the national calendar: a holiday of its own, or work on a day off. */
export const calendarDay = sqliteTable(
  'calendar_day',
  {
    county: text().$type<CountyKey>().notNull(),
    /** 2026-03-06, in Asia/Shanghai. */
    day: text().notNull(),
    kind: text().$type<DayKind>().notNull(),
    name: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.day] })],
)

/** What a county has chosen once and for all, one JSON value a key: its working hours, the setup steps it skips. */
export const countySetting = sqliteTable(
  'county_setting',
  {
    county: text().$type<CountyKey>().notNull(),
    key: text().notNull(),
    value: text({ mode: 'json' }).$type<unknown>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.key] })],
)
