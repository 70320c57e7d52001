import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cadence, weekdays } from '../../../schema/api/boards.ts'
import { freeSpan } from '../../../worker/domain/cadence/free-span.ts'
import { periodAround } from '../../../worker/domain/cadence/period.ts'

/** A moment on Shanghai's wall clock. */
const at = (text: string) => Date.parse(`${text}+08:00`)
const friday: Cadence = { every: 'week', closesOn: 'friday', closesAt: '18:00' }
const daily: Cadence = { every: 'day', closesAt: '00:30' }
const monthEnd: Cadence = { every: 'month', closesOn: 31, closesAt: '12:00' }

test.each<[string, Cadence, string, string, string]>([
  ['mid-week', friday, '2026-03-04T09:00', '2026-02-27T18:00', '2026-03-06T18:00'],
  ['the last millisecond', friday, '2026-03-06T17:59:59.999', '2026-02-27T18:00', '2026-03-06T18:00'],
  ['the closing itself begins the next', friday, '2026-03-06T18:00', '2026-03-06T18:00', '2026-03-13T18:00'],
  [
    'a Sunday is still the week before Monday',
    friday,
    '2026-03-08T23:00',
    '2026-03-06T18:00',
    '2026-03-13T18:00',
  ],
  ['over New Year', friday, '2026-12-31T23:30', '2026-12-25T18:00', '2027-01-01T18:00'],
  ['just after midnight', daily, '2026-03-04T00:10', '2026-03-03T00:30', '2026-03-04T00:30'],
  ['at night', daily, '2026-03-04T00:30', '2026-03-04T00:30', '2026-03-05T00:30'],
  ['a short month', monthEnd, '2026-02-10T00:00', '2026-01-31T12:00', '2026-02-28T12:00'],
  ['a leap year', monthEnd, '2028-02-28T13:00', '2028-01-31T12:00', '2028-02-29T12:00'],
  ['the month after', monthEnd, '2026-02-28T12:00', '2026-02-28T12:00', '2026-03-31T12:00'],
  ['December to January', monthEnd, '2026-12-31T13:00', '2026-12-31T12:00', '2027-01-31T12:00'],
])('%s', (_, cadence, moment, opensAt, closesAt) => {
  expect(periodAround(cadence, at(moment))).toEqual({ opensAt: at(opensAt), closesAt: at(closesAt) })
})

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), closesAt: time }),
  fc.record({ every: fc.constant('week' as const), closesOn: fc.constantFrom(...weekdays), closesAt: time }),
  fc.record({
    every: fc.constant('month' as const),
    closesOn: fc.integer({ min: 1, max: 31 }),
    closesAt: time,
  }),
)
const anyMoment = fc.integer({ min: at('1990-01-01T00:00'), max: at('2100-01-01T00:00') })

test('periods contain their moment and join without gap or overlap', () => {
  fc.assert(
    fc.property(anyCadence, anyMoment, (cadence, moment) => {
      const { opensAt, closesAt } = periodAround(cadence, moment)
      expect(opensAt).toBeLessThanOrEqual(moment)
      expect(closesAt).toBeGreaterThan(moment)
      expect(periodAround(cadence, closesAt).opensAt).toBe(closesAt)
      expect(periodAround(cadence, opensAt - 1).closesAt).toBe(opensAt)
    }),
  )
})

const week = { opensAt: at('2026-02-27T18:00'), closesAt: at('2026-03-06T18:00') }
const now = at('2026-03-04T09:00')
const span = (opensAt: string, closesAt: string) => ({ opensAt: at(opensAt), closesAt: at(closesAt) })

test.each([
  ['nothing taken', [], week],
  ['a round over now', [span('2026-03-03T00:00', '2026-03-05T00:00')], undefined],
  [
    'a round extended into the week',
    [span('2026-02-20T18:00', '2026-03-01T18:00')],
    { ...week, opensAt: at('2026-03-01T18:00') },
  ],
  [
    'a round later in the week',
    [span('2026-03-05T00:00', '2026-03-07T00:00')],
    { ...week, closesAt: at('2026-03-05T00:00') },
  ],
  ['a round that ends now', [span('2026-03-01T00:00', '2026-03-04T09:00')], { ...week, opensAt: now }],
  [
    'rounds of other weeks',
    [span('2026-02-20T18:00', '2026-02-27T18:00'), span('2026-03-06T18:00', '2026-03-13T18:00')],
    week,
  ],
])('with %s', (_, taken, free) => {
  expect(freeSpan(week, taken, now)).toEqual(free)
})
