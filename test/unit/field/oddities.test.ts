import { describe, expect, test } from 'vitest'
import { medianPlace } from '../../../worker/domain/field/median-place.ts'
import { clockOddity, type Known, odditiesOf } from '../../../worker/domain/field/oddities.ts'

const village = [35.4, 107.6] as const
const around: Known['places'] = [village, [35.401, 107.601], [35.399, 107.599], village]
const made = (lat: number, lng: number, more: object = {}) => ({
  ...{ area: 'v', village: 'v', at: '2026-03-06T02:00:00Z' },
  place: { lat, lng, accuracy: 20, ...more },
})
const kinds = (record: Parameters<typeof odditiesOf>[0], known: Partial<Known> = {}) =>
  odditiesOf(record, { places: around, last: undefined, ...known }).map(({ kind }) => kind)

describe('where most of the records of an area were made', () => {
  test('is in their middle, and strays do not move it', () => {
    expect(medianPlace([...around, [10, 10], [60, 120]])).toEqual({ lat: 35.4, lng: 107.6 })
  })
  test('is nowhere where there are none', () => {
    expect(medianPlace([])).toBeNull()
  })
  test('lies between the two middle ones of an even number', () => {
    expect(
      medianPlace([
        [1, 3],
        [2, 4],
      ]),
    ).toEqual({ lat: 1.5, lng: 3.5 })
  })
})

describe('a record’s place', () => {
  test('in its village, or without a place, is nothing to look at', () => {
    expect(kinds(made(35.402, 107.598))).toEqual([])
    expect(kinds({ ...made(0, 0), place: null })).toEqual([])
  })

  test('more than three kilometres away is odd, with how far', () => {
    const [odd] = odditiesOf(made(35.43, 107.6), { places: around, last: undefined })
    expect(odd).toEqual({ kind: 'far', detail: { metres: 3336 } })
    expect(kinds(made(35.426, 107.6))).toEqual([])
  })

  test('may be as much further away as the device says it may be wrong', () => {
    expect(kinds(made(35.43, 107.6, { accuracy: 400 }))).toEqual([])
  })

  test('is compared only once three records have said where the village is', () => {
    expect(kinds(made(36, 107.6), { places: around.slice(0, 2) })).toEqual([])
    expect(kinds(made(36, 107.6), { places: around.slice(0, 3) })).toEqual(['far'])
  })

  test('without any inaccuracy at all comes from no receiver', () => {
    expect(kinds(made(35.4, 107.6, { accuracy: 0 }))).toEqual(['accuracy'])
  })
})

describe('a record after the member’s last one', () => {
  const last = (lat: number, lng: number, minutesBefore: number, area = 'other'): Known['last'] => ({
    ...{ area, place: { lat, lng, accuracy: 20 } },
    at: new Date(Date.parse('2026-03-06T02:00:00Z') - minutesBefore * 60_000).toISOString(),
  })

  test('at the very same place though in another village is odd; in the same village it is not', () => {
    expect(kinds(made(35.4, 107.6), { last: last(35.4, 107.6, 30) })).toEqual(['repeated'])
    expect(kinds(made(35.4, 107.6), { last: last(35.4, 107.6, 30, 'v') })).toEqual([])
    expect(kinds(made(35.4, 107.6), { last: last(35.400001, 107.6, 30) })).toEqual([])
  })

  test('reached faster than anybody drives is odd, whichever of them was sent first', () => {
    const twentyKilometres = last(35.58, 107.6, 5)
    expect(kinds(made(35.4, 107.6), { last: twentyKilometres })).toEqual(['speed'])
    expect(kinds(made(35.4, 107.6), { last: last(35.58, 107.6, -5) })).toEqual(['speed'])
    expect(kinds(made(35.4, 107.6), { last: last(35.58, 107.6, 20) })).toEqual([])
  })

  test('near the last one needs no time at all', () => {
    expect(kinds(made(35.4, 107.6), { last: last(35.415, 107.6, 0) })).toEqual([])
  })
})

describe('a phone’s clock', () => {
  const now = new Date('2026-03-06T02:00:00Z')
  const off = (minutes: number) => clockOddity(new Date(now.getTime() + minutes * 60_000), now)

  test('may be ten minutes wrong either way', () => {
    expect([off(10), off(-10), clockOddity(undefined, now)]).toEqual([[], [], []])
  })
  test('is odd beyond that, with how much', () => {
    expect(off(11)).toEqual([{ kind: 'clock', detail: { minutes: 11 } }])
    expect(off(-90)).toEqual([{ kind: 'clock', detail: { minutes: -90 } }])
  })
})
