import { expect, test } from 'vitest'
import { agreementOf, furthestApart, places } from '../../../worker/domain/raters/agreement.ts'
import { heapsAt, isHeaped } from '../../../worker/domain/raters/heaping.ts'
import { readRaters } from '../../../worker/domain/raters/read-round.ts'
import { hardlyTells, largestTie } from '../../../worker/domain/raters/ties.ts'
import { fourVillages, twoGroups } from './made-rounds.ts'

function figuresOf(input: Parameters<typeof readRaters>[0], reporter: string) {
  const found = readRaters(input).reporters.find((one) => one.reporter === reporter)
  if (!found) throw new Error(`no figures of ${reporter}`)
  return found
}

test('a group is severe where its scores put its villages further down than the drone does', () => {
  // Places by score: c .125, d .375, a .625, b .875; by drone: a .125, c .375, d .625, b .875.
  const input = twoGroups({ a: 70, b: 60, c: 95, d: 90 })
  const first = figuresOf(input, 'first')
  expect(first).toMatchObject({ entries: 2, mean: 65, spread: 5, least: 60, most: 70, compared: 2, tied: 1 })
  expect(first.severity).toBeCloseTo((50 + 0) / 2, 12)
  expect(figuresOf(input, 'second').severity).toBeCloseTo((-25 + -25) / 2, 12)
  // Gaps of 50 and 0 lie 25 from their mean: 25 / √(2 − 1).
  expect(first.severityError).toBeCloseTo(25, 12)
})

test('one reporter who speaks of everybody has nobody to be more severe than', () => {
  expect(figuresOf(twoGroups({ a: 1, b: 2, c: 3, d: 4 }), 'drone')).toMatchObject({
    ...{ severity: null, severityError: null, compared: 0 },
  })
})

test('ranks within a township say nothing of the county, so no severity follows from them', () => {
  expect(figuresOf(fourVillages(), 'T').severity).toBeNull()
})

test('a count over an exposure is compared per unit of it', () => {
  const input = fourVillages()
  const [, drone] = input.policy.sources
  if (drone) drone.exposed = true
  for (const { source, entries } of input.reports) {
    if (source === 'drone') for (const entry of entries) entry.exposure = entry.value * 10
  }
  expect(figuresOf(input, 'drone')).toMatchObject({ mean: 0.1, spread: 0, least: 0.1, most: 0.1, tied: 4 })
})

test('a ruling does not stand in for what the reporter said', () => {
  const input = { ...twoGroups({ a: 70, b: 60, c: 95, d: 90 }) }
  const ruled = { ...input, amendments: [{ source: 'inspection', subject: 'a', value: 99 }] }
  expect(figuresOf(ruled, 'first')).toMatchObject({ mean: 65, most: 70 })
})

test('two orders agree by the pairs that both put in an order', () => {
  expect(agreementOf([1, 2, 3, 4], [10, 20, 30, 40])).toEqual({
    ...{ pairs: 6, inverted: 0, agreement: 1, distance: 0 },
  })
  // |.125 − .875|, |.375 − .625| and the same back.
  expect(agreementOf([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({
    ...{ pairs: 6, inverted: 6, agreement: -1, distance: 50 },
  })
  // One pair the list ties counts for neither side.
  expect(agreementOf([1, 1, 3], [1, 2, 3])).toMatchObject({ pairs: 2, inverted: 0, agreement: 1 })
  expect(agreementOf([1, 1], [1, 2])).toMatchObject({ pairs: 0, agreement: null })
  expect(agreementOf([], [])).toEqual({ pairs: 0, inverted: 0, agreement: null, distance: null })
  expect(places([5, 7, 7, 9])).toEqual([0.125, 0.5, 0.5, 0.875])
  expect(furthestApart([1, 2, 3, 4], [2, 4, 3, 1])).toEqual([3, 1, 0, 2])
})

test('ties are near-total from three in five, five villages at least', () => {
  expect(largestTie([3, 1, 3, 3, 2])).toBe(3)
  expect(largestTie([])).toBe(0)
  expect([hardlyTells(3, 5), hardlyTells(2, 5), hardlyTells(4, 4), hardlyTells(15, 25)]).toEqual([
    ...[true, false, false, true],
  ])
})

test('values heap where the bin above a bound holds three times its neighbours', () => {
  const [green, red] = heapsAt([80, 80, 80.5, 81, 81.9, 82, 79.9, 60, 95], {
    ...{ source: 'inspection', greenAtLeast: 80, redBelow: 60 },
  })
  expect(green).toEqual({ bound: 'greenAtLeast', cut: 80, width: 2, below: 1, above: 5, next: 1 })
  expect(red).toEqual({ bound: 'redBelow', cut: 60, width: 1.5, below: 0, above: 1, next: 0 })
  expect([green, red].map((heap) => heap && isHeaped(heap))).toEqual([true, false])
  const beside = { bound: 'redBelow' as const, cut: 60, width: 1.5 }
  expect(isHeaped({ ...beside, below: 2, above: 5, next: 2 })).toBe(false)
  expect(isHeaped({ ...beside, below: 0, above: 4, next: 0 })).toBe(false)
  expect(heapsAt([1, 2], { source: 'inspection' })).toEqual([])
})
