import { expect, test } from 'vitest'
import {
  auditDays,
  clearedBefore,
  isNight,
  keptDays,
  nightAfter,
} from '../../../worker/domain/privacy/retention.ts'

const at = Date.parse

test('what has run out is cleared in the night after, at 02:30 on the county’s clock', () => {
  expect(nightAfter(at('2026-03-06T10:00:00+08:00'))).toBe(at('2026-03-07T02:30:00+08:00'))
  expect(nightAfter(at('2026-03-06T01:00:00+08:00'))).toBe(at('2026-03-06T02:30:00+08:00'))
  expect(nightAfter(at('2026-03-06T02:30:00+08:00'))).toBe(at('2026-03-06T02:30:00+08:00'))
  expect(nightAfter(at('2026-03-06T02:30:00.001+08:00'))).toBe(at('2026-03-07T02:30:00+08:00'))
})

test('the night is the hour from then on, in which a schedule lost is made good by the next', () => {
  const hours = ['02:29:59', '02:30:00', '02:35:00', '03:29:59', '03:30:00', '14:30:00']
  const nights = hours.map((hour) => isNight(at(`2026-03-06T${hour}+08:00`)))
  expect(nights).toEqual([false, true, true, true, false, false])
})

test('nothing is cleared a day early', () => {
  const now = at('2026-06-30T02:30:00+08:00')
  for (const kind of Object.keys(keptDays) as (keyof typeof keptDays)[]) {
    expect(now - clearedBefore(now, kind)).toBe(keptDays[kind] * 86_400_000)
  }
})

test('logs of what was done are kept six months at least', () => {
  expect(auditDays).toBeGreaterThanOrEqual(180)
})
