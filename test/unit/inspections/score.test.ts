import { describe, expect, it } from 'vitest'
import type { Answers, Finding } from '../../../schema/api/inspections.ts'
import type { SheetItems } from '../../../schema/api/scoring-sheets.ts'
import { chanceFrom } from '../../../worker/domain/inspections/chance.ts'
import { meanScore, percentOf, scoreSheet } from '../../../worker/domain/inspections/score.ts'
import { findTemplate } from '../../../worker/domain/inspections/templates/templates.ts'

const village = findTemplate('village-100')?.items ?? []
const household = findTemplate('household-100')?.items ?? []

/** `['waste/d1', 3]` is three findings of the first kind under waste. */
function found(...kinds: [string, number][]): Pick<Finding, 'item' | 'deduction' | 'count'>[] {
  return kinds.map(([place, count]) => {
    const [item = '', deduction = ''] = place.split('/')
    return { item, deduction, count }
  })
}
const scoreOf = (items: SheetItems, findings: ReturnType<typeof found>, answers: Answers = {}) =>
  scoreSheet('deductions', items, { findings, answers }).score

describe('a village on the sheet of a hundred points', () => {
  it.each<[string, [string, number][], number]>([
    ['nothing found', [], 100],
    ['three bits of litter at half a point', [['waste/d1', 3]], 98.5],
    [
      'litter and two heaps',
      [
        ['waste/d1', 3],
        ['waste/d2', 2],
      ],
      94.5,
    ],
    ['a hundred heaps take the item’s 25 and no more', [['waste/d2', 100]], 75],
    [
      'three kinds together are capped as one item',
      [
        ['waste/d1', 20],
        ['waste/d2', 5],
        ['waste/d3', 3],
      ],
      75,
    ],
    [
      'one item’s excess does not spill into another',
      [
        ['waste/d2', 100],
        ['farm/d1', 1],
      ],
      74.5,
    ],
    ['everything lost', village.map(({ key }): [string, number] => [`${key}/d1`, 999]), 0],
  ])('%s', (_, kinds, score) => {
    expect(scoreOf(village, found(...kinds))).toBe(score)
  })

  it('says what each item lost', () => {
    const { items } = scoreSheet('deductions', village, { findings: found(['waste/d2', 100]), answers: {} })
    expect(items[0]).toEqual({ item: 'waste', max: 25, off: 25, left: 0 })
    expect(items[1]).toEqual({ item: 'piles', max: 20, off: 0, left: 20 })
  })
})

describe('a household whose indoors are not looked at', () => {
  const na = { indoor: 'na' } as const
  it.each<[string, [string, number][], Answers, number]>([
    ['is out of the other 80 points', [['yard/d1', 4]], na, 90],
    ['is out of all 100 where it was let in', [['yard/d1', 4]], {}, 92],
    // 80 − 3 − 2 = 75 of 80
    [
      'keeps the proportions of the others',
      [
        ['kitchen/d1', 1],
        ['yard/d1', 1],
      ],
      na,
      93.75,
    ],
    // 80 − 3 × 3 − 5 = 66 of 80
    [
      'to two decimals',
      [
        ['frontage/d1', 3],
        ['sorting/d1', 1],
      ],
      na,
      82.5,
    ],
  ])('%s', (_, kinds, answers, score) => {
    expect(scoreOf(household, found(...kinds), answers)).toBe(score)
  })
})

describe('a checklist', () => {
  const items: SheetItems = ['a', 'b', 'c', 'd'].map((key) => ({ key, name: key, max: 1, deductions: [] }))
  const of = (answers: Answers) => scoreSheet('checklist', items, { findings: [], answers }).score
  it.each<[string, Answers, number | null]>([
    ['is yes over yes and no', { a: 'yes', b: 'yes', c: 'yes', d: 'no' }, 75],
    ['leaves out what does not apply', { a: 'yes', b: 'no', c: 'na', d: 'yes' }, 66.67],
    ['has no score where nothing applies', { a: 'na', b: 'na', c: 'na', d: 'na' }, null],
    ['can be nothing', { a: 'no', b: 'no', c: 'na', d: 'na' }, 0],
  ])('%s', (_, answers, score) => {
    expect(of(answers)).toBe(score)
  })

  it('weighs its questions where they have points', () => {
    const [a, b] = items
    const weighed = [{ ...a, max: 3 }, b] as SheetItems
    expect(scoreSheet('checklist', weighed, { findings: [], answers: { a: 'no', b: 'yes' } }).score).toBe(25)
  })
})

describe('decimals', () => {
  it('does not lose hundredths to floating error', () => {
    const items: SheetItems = [
      { key: 'a', name: 'a', max: 1, deductions: [{ key: 'd', name: 'd', points: 0.07 }] },
    ]
    // 0.07 × 3 is 0.21000000000000002 in floats
    expect(scoreOf(items, found(['a/d', 3]))).toBe(79)
    expect(scoreSheet('deductions', items, { findings: found(['a/d', 3]), answers: {} }).items[0]?.off).toBe(
      0.21,
    )
  })

  it('rounds halves up', () => {
    expect([percentOf(1, 8), percentOf(1, 3), percentOf(2, 3), percentOf(12_345, 1_000_000)]).toEqual([
      12.5, 33.33, 66.67, 1.23,
    ])
    expect(percentOf(1, 16)).toBe(6.25)
    expect(percentOf(1, 32)).toBe(3.13)
    expect(meanScore([90.01, 90.02])).toBe(90.02)
    expect(meanScore([0.1, 0.2])).toBe(0.15)
    expect(meanScore([88.88])).toBe(88.88)
  })
})

describe('whatever is found', () => {
  const luck = chanceFrom('properties')
  const findings = (items: SheetItems) =>
    items.flatMap(({ key, deductions }) =>
      deductions.flatMap((one) =>
        luck.below(2) ? [{ item: key, deduction: one.key, count: 1 + luck.below(30) }] : [],
      ),
    )
  const cases = Array.from({ length: 300 }, (_, n) => {
    const items = n % 2 ? village : household
    const answers: Answers = n % 2 === 0 && luck.below(2) ? { indoor: 'na' } : {}
    return { items, answers, findings: findings(items).filter(({ item }) => answers[item] !== 'na') }
  })

  it('no item loses more than it has, and the score lies between 0 and 100', () => {
    for (const each of cases) {
      const { items, score } = scoreSheet('deductions', each.items, each)
      for (const { off, left, max } of items) {
        expect(off).toBeLessThanOrEqual(max)
        expect(left === null || left >= 0).toBe(true)
      }
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
    }
  })

  it('one finding more never raises the score', () => {
    for (const { items, answers, findings: before } of cases) {
      const [first, ...rest] = before
      if (!first) continue
      const more = [{ ...first, count: first.count + 1 }, ...rest]
      const [less, was] = [scoreOf(items, more, answers), scoreOf(items, before, answers)]
      expect(less).toBeLessThanOrEqual(was ?? 0)
    }
  })

  it('the order of the findings says nothing', () => {
    for (const { items, answers, findings: before } of cases) {
      expect(scoreOf(items, before.toReversed(), answers)).toBe(scoreOf(items, before, answers))
    }
  })

  it('leaving a clean optional item out never helps', () => {
    for (const { findings: before } of cases.filter(({ items }) => items === household)) {
      const clean = before.filter(({ item }) => item !== 'indoor')
      const without = scoreOf(household, clean, { indoor: 'na' }) ?? 0
      expect(without).toBeLessThanOrEqual(scoreOf(household, clean) ?? 0)
    }
  })
})
