import { describe, expect, it } from 'vitest'
import type { Standing, Standings } from '../../../schema/api/ranking.ts'
import { changes } from '../../../worker/domain/ranking/changes.ts'

const standing = (subject: string, rank: number, band: Standing['band'], streak = 1): Standing => ({
  subject,
  rank,
  key: rank * 1000,
  band,
  streak,
  borderline: false,
})
const standings = (...listed: Standing[]): Standings => ({
  bandsClamped: false,
  unranked: [],
  standings: listed,
})

describe('what moved between two standings', () => {
  const before = standings(standing('a', 1, 'green'), standing('b', 2, 'yellow'), standing('c', 3, 'red', 2))

  it('is nothing where nothing moved, whatever became of the keys', () => {
    const after = standings(...before.standings.map((one) => ({ ...one, key: 7, borderline: true })))
    expect(changes(before, after)).toEqual([])
  })

  it('names who changed places, colour or streak', () => {
    const after = standings(standing('b', 1, 'green'), standing('a', 2, 'yellow'), standing('c', 3, 'red', 1))
    expect(changes(before, after)).toEqual([
      {
        subject: 'b',
        before: { rank: 2, band: 'yellow', streak: 1 },
        after: { rank: 1, band: 'green', streak: 1 },
      },
      {
        subject: 'a',
        before: { rank: 1, band: 'green', streak: 1 },
        after: { rank: 2, band: 'yellow', streak: 1 },
      },
      {
        subject: 'c',
        before: { rank: 3, band: 'red', streak: 2 },
        after: { rank: 3, band: 'red', streak: 1 },
      },
    ])
  })

  it('names who came in and who fell out', () => {
    const after = standings(standing('d', 1, 'green'), standing('b', 2, 'yellow'), standing('c', 3, 'red', 2))
    expect(changes(before, after)).toEqual([
      { subject: 'd', before: null, after: { rank: 1, band: 'green', streak: 1 } },
      { subject: 'a', before: { rank: 1, band: 'green', streak: 1 }, after: null },
    ])
  })
})
