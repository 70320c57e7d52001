import { describe, expect, test } from 'vitest'
import type { IssueRule } from '../../../schema/api/issues.ts'
import { NewCategory } from '../../../schema/api/issues.ts'
import { startClock, strike } from '../../../worker/domain/assignments/clock.ts'
import { calendarOf } from '../../../worker/domain/calendar/calendar.ts'
import { shippedCatalogue } from '../../../worker/domain/issues/catalogue.ts'
import { dueBy } from '../../../worker/domain/issues/deadline.ts'
import { mayBeSame, metresBetween } from '../../../worker/domain/issues/duplicates.ts'
import { drawn } from '../../../worker/domain/issues/revisit.ts'
import { leadBy } from '../../../worker/domain/issues/rules.ts'

describe('who leads', () => {
  const lineage = [
    { id: 'g', level: 'grid' },
    { id: 'v', level: 'village' },
    { id: 't', level: 'township' },
  ]
  const rule = (id: string, wanted: Partial<IssueRule>): IssueRule => ({
    ...{ id, category: null, area: null, lead: null, level: null, assisting: [] },
    ...wanted,
  })
  const anywhere = rule('a', { level: 'village' })
  const township = rule('b', { area: 't', level: 'township' })
  const sewage = rule('c', { category: 'sewage', lead: 'water-bureau', assisting: ['v', 'water-bureau'] })
  const both = rule('d', { category: 'sewage', area: 'v', lead: 'village-team' })

  test('the most particular rule that fits', () => {
    expect(leadBy([anywhere], 'waste', lineage)?.lead).toBe('v')
    expect(leadBy([anywhere, township], 'waste', lineage)?.lead).toBe('t')
    expect(leadBy([anywhere, township, sewage], 'sewage', lineage)).toEqual({
      ...{ lead: 'water-bureau', assisting: ['v'] },
    })
    expect(leadBy([both, anywhere, sewage, township], 'sewage', lineage)?.lead).toBe('village-team')
    expect(leadBy([rule('e', { area: 'g', lead: 'grid-team' }), township], 'waste', lineage)?.lead).toBe(
      'grid-team',
    )
  })

  test('nobody where none fits; the township where there is no village; the older of two alike', () => {
    expect(leadBy([], 'waste', lineage)).toBeUndefined()
    expect(leadBy([rule('x', { area: 'elsewhere', lead: 'y' })], 'waste', lineage)).toBeUndefined()
    expect(leadBy([anywhere], 'waste', lineage.slice(2))?.lead).toBe('t')
    expect(leadBy([rule('2', { lead: 'late' }), rule('1', { lead: 'early' })], 'waste', lineage)?.lead).toBe(
      'early',
    )
  })
})

describe('when it is due', () => {
  const calendar = calendarOf([])
  const friday = new Date('2026-03-06T08:00:00Z') // 16:00 in Asia/Shanghai
  const due = (deadline: Parameters<typeof dueBy>[0], from = friday) =>
    dueBy(deadline, from, calendar).toISOString()

  test.each([
    ['the same day', { unit: 'same_day' } as const, '2026-03-06T15:59:59.000Z'],
    ['four hours', { unit: 'hours', amount: 4 } as const, '2026-03-06T12:00:00.000Z'],
    ['two days', { unit: 'days', amount: 2 } as const, '2026-03-08T15:59:59.000Z'],
    // Half past five ends the week; the rest runs on Monday morning from half past eight.
    ['four working hours', { unit: 'working_hours', amount: 4 } as const, '2026-03-09T03:00:00.000Z'],
    ['one working day', { unit: 'working_days', amount: 1 } as const, '2026-03-09T09:30:00.000Z'],
  ])('%s', (_, deadline, expected) => {
    expect(due(deadline)).toBe(expected)
  })

  test('just after midnight, the same day is the new one', () => {
    expect(due({ unit: 'same_day' }, new Date('2026-03-06T16:00:01Z'))).toBe('2026-03-07T15:59:59.000Z')
  })

  test('the national holiday is no working day', () => {
    // 30 September 2026, 10:00; 1–7 October are days off.
    const eve = new Date('2026-09-30T02:00:00Z')
    expect(due({ unit: 'working_days', amount: 1 }, eve)).toBe('2026-10-08T09:30:00.000Z')
  })
})

describe('the clock', () => {
  const hour = 3_600_000
  const steps = [
    { afterHours: 0, post: 'village_lead' as const },
    { afterHours: 24, post: 'deputy_lead' as const },
  ]

  test('reminds when a quarter or two hours are left, whichever is more', () => {
    expect(startClock(0, 100 * hour).nextAt).toBe(75 * hour)
    expect(startClock(0, 4 * hour).nextAt).toBe(2 * hour)
    expect(startClock(0, hour).nextAt).toBe(0.75 * hour)
    expect(startClock(10, 5)).toMatchObject({ nextAt: 5 })
  })

  test('strikes each thing once, the same however late and in however many goes', () => {
    const start = startClock(0, 8 * hour)
    const atOnce = strike(start, steps, 100 * hour)
    expect(atOnce.strikes.map(({ kind, at }) => [kind, at / hour])).toEqual([
      ...[
        ['reminded', 6],
        ['overdue', 8],
        ['escalated', 8],
        ['escalated', 32],
      ],
    ])
    expect(atOnce.clock).toEqual({ dueAt: 8 * hour, nextAt: null, overdueAt: 8 * hour, level: 2 })
    const bitByBit = Array.from({ length: 100 }, (_, i) => i + 1).reduce(
      (so, at) => {
        const { strikes, clock } = strike(so.clock, steps, at * hour)
        return { strikes: [...so.strikes, ...strikes], clock }
      },
      { strikes: [] as typeof atOnce.strikes, clock: start },
    )
    expect(bitByBit).toEqual(atOnce)
    expect(strike(atOnce.clock, steps, 1000 * hour).strikes).toEqual([])
  })

  test('without escalation nothing follows overdue', () => {
    expect(strike(startClock(0, hour), [], 9 * hour).clock.nextAt).toBeNull()
  })
})

describe('perhaps the same', () => {
  const here = { lat: 37.18, lng: 104.06 }
  test('by place where both are known', () => {
    expect(metresBetween(here, { lat: 37.1804, lng: 104.06 })).toBeCloseTo(44.5, 0)
    expect(mayBeSame(here, { lat: 37.1804, lng: 104.06 })).toBe(true)
    expect(mayBeSame(here, { lat: 37.1805, lng: 104.06 })).toBe(false)
    expect(mayBeSame(here, null)).toBe(true)
    expect(metresBetween(here, here)).toBe(0)
  })
})

test('the draw keeps to its share, and anybody with the seed draws the same', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => `issue-${i}`)
  const first = ids.filter((id) => drawn('seed', id, 0.2))
  expect(first.length / ids.length).toBeCloseTo(0.2, 1)
  expect(ids.filter((id) => drawn('seed', id, 0.2))).toEqual(first)
  expect(ids.filter((id) => drawn('other', id, 0.2))).not.toEqual(first)
  expect(ids.filter((id) => drawn('seed', id, 0))).toEqual([])
  expect(ids.filter((id) => drawn('seed', id, 1))).toEqual(ids)
})

test('the shipped catalogue is sound', () => {
  for (const category of shippedCatalogue)
    expect(NewCategory.safeParse(category).success, category.id).toBe(true)
  expect(new Set(shippedCatalogue.map(({ id }) => id)).size).toBe(shippedCatalogue.length)
  expect(shippedCatalogue.filter(({ group }) => group === 'piles_disorders')).toHaveLength(9)
})
