import { expect, test } from 'vitest'
import { datesIn, mondayOf, shanghaiDay } from '../../web/lib/dates.ts'

const zh = datesIn('zh')
const en = datesIn('en')

test('a date is written as each language writes it, on the clock of Shanghai', () => {
  const late = '2026-03-06T16:30:00Z'
  expect(zh.day(late)).toBe('2026年3月7日')
  expect(en.day(late)).toBe('7 March 2026')
  expect(zh.moment('2026-03-06T10:00:00Z')).toBe('2026年3月6日 18:00')
  expect(zh.momentShort('2026-03-06T10:00:00Z')).toBe('3月6日 周五 18:00')
  expect(en.momentShort('2026-03-06T10:00:00Z')).toBe('Fri 6 March, 18:00')
})

test('a calendar day stays that day wherever the browser is', () => {
  expect(zh.day('2026-01-01')).toBe('2026年1月1日')
  expect(shanghaiDay('2025-12-31T16:00:00Z')).toBe('2026-01-01')
})

test('a week begins on Monday', () => {
  expect(mondayOf('2026-03-06T10:00:00Z')).toBe('2026-03-02')
  expect(mondayOf('2026-03-02')).toBe('2026-03-02')
  expect(mondayOf('2026-03-08T15:59:59Z')).toBe('2026-03-02')
  expect(mondayOf('2026-03-08T16:00:00Z')).toBe('2026-03-09')
})

test('what is left is said in two units, and that it is over', () => {
  const now = Date.parse('2026-03-04T10:00:00Z')
  expect(zh.left('2026-03-06T13:00:00Z', now)).toBe('还有 2 天 3 小时')
  expect(en.left('2026-03-05T11:00:00Z', now)).toBe('1 day 1 hour left')
  expect(zh.left('2026-03-04T11:20:00Z', now)).toBe('还有 1 小时 20 分钟')
  expect(zh.left('2026-03-04T10:00:30Z', now)).toBe('还有 0 分钟')
  expect(zh.left('2026-03-04T09:59:59Z', now)).toBe('已到时间')
})
