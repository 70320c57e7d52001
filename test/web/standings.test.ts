import { expect, test } from 'vitest'
import type { Band } from '../../schema/api/ranking.ts'
import type { NamedStanding } from '../../schema/api/standings.ts'
import { pairs, turns } from '../../web/console/rounds/compare/pairs.ts'
import { filtersIn, sortedBy, sortSaid, standingsShown } from '../../web/console/rounds/standings/filters.ts'
import { linePoints } from '../../web/console/rounds/standings/series.ts'

function standing(subject: string, rank: number, more: Partial<NamedStanding> = {}): NamedStanding {
  return {
    ...{ subject, rank, key: rank, band: 'yellow', streak: 1, borderline: false },
    ...{ name: subject, township: 't1', townshipName: '甲镇', previousRank: null },
    ...more,
  }
}

const rows = [
  standing('a', 1, { band: 'green', streak: 4, previousRank: 3 }),
  standing('b', 2, { township: 't2', borderline: true, previousRank: 1 }),
  standing('c', 3, { streak: 2 }),
  standing('d', 4, { band: 'red', streak: 2, previousRank: 4 }),
]
const shown = (query: string) =>
  standingsShown(rows, filtersIn(new URLSearchParams(query))).map(({ subject }) => subject)

test('an address says which standings are shown, and in what order', () => {
  expect(shown('')).toEqual(['a', 'b', 'c', 'd'])
  expect(shown('sort=-rank')).toEqual(['d', 'c', 'b', 'a'])
  expect(shown('township=t2')).toEqual(['b'])
  expect(shown('show=red')).toEqual(['d'])
  expect(shown('show=borderline')).toEqual(['b'])
  expect(shown('sort=-streak')).toEqual(['a', 'c', 'd', 'b'])
  // Who has no place before stands last either way.
  expect(shown('sort=-moved')).toEqual(['a', 'd', 'b', 'c'])
  expect(shown('sort=moved')).toEqual(['b', 'd', 'a', 'c'])
  expect(shown('show=purple&sort=luck')).toEqual(['a', 'b', 'c', 'd'])
})

test('a column sorts by the most first, the ranks by the first, and again the other way round', () => {
  const rank = { by: 'rank', descending: false } as const
  expect(sortSaid(rank)).toBe('')
  const moved = sortedBy(rank, 'moved')
  expect(sortSaid(moved)).toBe('-moved')
  expect(sortSaid(sortedBy(moved, 'moved'))).toBe('moved')
  expect(sortSaid(sortedBy(moved, 'rank'))).toBe('')
  expect(sortSaid(sortedBy(rank, 'rank'))).toBe('-rank')
})

test('a line has the best place on top and a gap where there was none', () => {
  const box = { width: 70, height: 10 }
  expect(linePoints([1, null, 11, 6], 11, box)).toEqual([
    [{ x: 0, y: 0 }],
    [
      { x: expect.closeTo(46.67, 1), y: 10 },
      { x: 70, y: 5 },
    ],
  ])
  expect(linePoints([3], 3, box)).toEqual([[{ x: 70, y: 10 }]])
  // Fewer may be ranked now than then: nothing is drawn outside the box.
  expect(linePoints([40, 2], 3, box)[0]?.[0]?.y).toBe(10)
})

test('two rounds are joined by village: gains, turns of colour, and who came or went', () => {
  const later = [
    standing('b', 1, { band: 'green' }),
    standing('a', 2),
    standing('e', 3, { band: 'red' }),
    standing('d', 4, { band: 'red' }),
  ]
  const joined = pairs({ standings: rows }, { standings: later })
  expect(joined.map(({ subject, gained, changed }) => [subject, gained, changed])).toEqual([
    ['b', 1, true],
    ['a', -1, true],
    ['e', null, true],
    ['d', 0, false],
    ['c', null, true],
  ])
  const turn = (from: Band | null, to: Band | null) => ({ from, to, n: 1 })
  expect(turns(joined)).toEqual(
    expect.arrayContaining([
      ...[turn('yellow', 'green'), turn('green', 'yellow'), turn(null, 'red'), turn('yellow', null)],
    ]),
  )
  expect(turns(pairs({ standings: rows }, { standings: rows }))).toEqual([])
})
