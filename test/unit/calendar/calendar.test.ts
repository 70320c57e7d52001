import { describe, expect, test } from 'vitest'
import {
  calendarDays,
  calendarOf,
  isWorkingDay,
  workingDayFrom,
} from '../../../worker/domain/calendar/calendar.ts'
import { nationalYears } from '../../../worker/domain/calendar/national.ts'
import { addWorkingTime, workingHoursBetween } from '../../../worker/domain/calendar/working-time.ts'

const calendar = calendarOf([])
const at = (wall: string) => new Date(`${wall}:00+08:00`)
const wall = (instant: Date) =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('the national calendar of 2026', () => {
  test('has 33 days off and six working days at weekends', () => {
    const [year] = nationalYears
    const count = (kind: string) => year?.days.filter((day) => day.kind === kind).length
    expect({ off: count('holiday'), on: count('workday') }).toEqual({ off: 33, on: 6 })
  })

  test('names no day twice', () => {
    const days = nationalYears.flatMap(({ days }) => days.map(({ day }) => day))
    expect(new Set(days).size).toBe(days.length)
  })

  test.each(nationalYears.flatMap(({ days }) => days.filter(({ kind }) => kind === 'workday')))(
    '$day, a working day in exchange, is at a weekend',
    ({ day }) => expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay()),
  )
})

describe('a working day', () => {
  test.each([
    ['2026-03-06', true, 'a Friday'],
    ['2026-03-07', false, 'a Saturday'],
    ['2026-02-16', false, 'a Monday in the Spring Festival'],
    ['2026-02-14', true, 'the Saturday worked for it'],
    ['2027-01-01', true, 'a year nobody has arranged yet: a weekday'],
  ])('%s: %s (%s)', (day, works) => expect(isWorkingDay(calendar, day)).toBe(works))

  test('is what the county says before what the nation says', () => {
    const own = calendarOf([
      { day: '2026-02-16', kind: 'workday', name: '值守' },
      { day: '2026-03-06', kind: 'holiday', name: '民族节日' },
    ])
    expect(isWorkingDay(own, '2026-02-16')).toBe(true)
    expect(isWorkingDay(own, '2026-03-06')).toBe(false)
    const days = calendarDays([{ day: '2026-02-16', kind: 'workday', name: '值守' }])
    expect(days.find(({ day }) => day === '2026-02-16')).toMatchObject({ kind: 'workday', setBy: 'county' })
    expect(days.filter(({ day }) => day === '2026-02-16')).toHaveLength(1)
  })

  test('before or after a holiday is found in both directions', () => {
    expect(workingDayFrom(calendar, '2026-02-17')).toBe('2026-02-24')
    expect(workingDayFrom(calendar, '2026-02-17', -1)).toBe('2026-02-14')
    expect(workingDayFrom(calendar, '2026-03-06')).toBe('2026-03-06')
  })
})

describe('a time limit in hours', () => {
  test.each([
    ['2026-03-06 09:00', 2, '2026-03-06 11:00', 'within a morning'],
    ['2026-03-06 11:00', 2, '2026-03-06 14:00', 'over noon'],
    ['2026-03-06 16:30', 2, '2026-03-09 09:30', 'over a weekend'],
    ['2026-03-06 07:00', 3.5, '2026-03-06 12:00', 'from before work begins'],
    ['2026-03-07 10:00', 1, '2026-03-09 09:30', 'from a day off'],
    ['2026-02-13 17:00', 1, '2026-02-14 09:00', 'into a Saturday worked in exchange'],
    ['2026-02-14 17:00', 1, '2026-02-24 09:00', 'over the Spring Festival'],
    ['2026-03-06 23:00', 24, '2026-03-11 17:30', 'of three whole days'],
  ])('from %s, %d h: until %s (%s)', (from, hours, until) =>
    expect(wall(addWorkingTime(calendar, at(from.replace(' ', 'T')), { hours }))).toBe(until),
  )

  test('runs without a pause where the office has none', () => {
    const through = calendarOf([], { from: '09:00', to: '17:00', pause: null })
    expect(wall(addWorkingTime(through, at('2026-03-06T11:00'), { hours: 3 }))).toBe('2026-03-06 14:00')
  })

  test('measured back gives the hours again', () => {
    for (const hours of [0.5, 3.5, 8, 20, 100]) {
      const from = at('2026-02-13T16:10')
      expect(workingHoursBetween(calendar, from, addWorkingTime(calendar, from, { hours }))).toBeCloseTo(
        hours,
      )
    }
    expect(workingHoursBetween(calendar, at('2026-03-06T17:00'), at('2026-03-06T09:00'))).toBe(0)
  })
})

describe('a time limit in days', () => {
  test.each([
    ['2026-03-06 10:00', 1, '2026-03-09 17:30', 'counts from the next working day'],
    ['2026-03-06 10:00', 3, '2026-03-11 17:30', 'skips a weekend'],
    ['2026-02-12 10:00', 3, '2026-02-24 17:30', 'counts the Saturday, not the festival'],
    ['2026-03-07 10:00', 1, '2026-03-09 17:30', 'found at a weekend'],
    ['2026-03-06 10:00', 0, '2026-03-06 17:30', 'ends today'],
    ['2026-03-06 18:00', 0, '2026-03-09 17:30', 'or, after work, the next working day'],
  ])('from %s, %d days: until %s (%s)', (from, days, until) =>
    expect(wall(addWorkingTime(calendar, at(from.replace(' ', 'T')), { days }))).toBe(until),
  )
})
