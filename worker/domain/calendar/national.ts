import type { DayKind } from '../../../schema/api/calendar.ts'

type Arrangement = { name: string; from: string; to: string; workdays?: readonly string[] }
export type NationalDay = { day: string; kind: DayKind; name: string }
/** One year's holidays and swapped working days as the State Council arranged them. */
export type NationalYear = {
  year: number
  title: string
  publishedOn: string
  days: readonly NationalDay[]
}

/**
 * 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025. Weekends are days off without being listed here. A year
 * that has not been arranged yet has weekends only, until a county or a later version adds it.
 */
const arranged2026: readonly Arrangement[] = [
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', workdays: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', workdays: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', workdays: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', workdays: ['2026-09-20', '2026-10-10'] },
]

export const nationalYears: readonly NationalYear[] = [
  {
    year: 2026,
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    publishedOn: '2025-11-04',
    days: arranged2026.flatMap(daysOf),
  },
]

function daysOf({ name, from, to, workdays = [] }: Arrangement): NationalDay[] {
  const off: NationalDay[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    off.push({ day: new Date(day).toISOString().slice(0, 10), kind: 'holiday', name })
  return [...off, ...workdays.map((day) => ({ day, kind: 'workday' as const, name: `${name}调休` }))]
}
