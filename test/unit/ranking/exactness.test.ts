import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { checkRound } from '../../../worker/domain/ranking/round.ts'
import { goldenCases } from './golden.ts'
import { reference } from './reference.ts'
import { rounds } from './rounds.ts'

describe('the engine and the slow, exact reference', () => {
  it.each(goldenCases())('agree on $file', ({ input, expect: expected }) => {
    expect(reference(input)).toStrictEqual(expected)
  })

  it('agree on every sound round', () => {
    fc.assert(
      fc.property(rounds(), (input) => {
        expect(checkRound(input)).toEqual([])
        expect(rank(input)).toStrictEqual(reference(input))
      }),
      { numRuns: 1500 },
    )
  })

  it('agree where nearly every key ends in a half', () => {
    const places = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 })
    const halves = fc.tuple(places, places).map(([a, b]) => ({
      subjects: a.map((_, at) => ({ code: `v${at}`, name: '', township: 't' })),
      policy: {
        sources: [
          { key: 'a', kind: 'rank' as const, scope: 'county' as const, weight: 0.9 },
          { key: 'b', kind: 'rank' as const, scope: 'county' as const, weight: 0.7 },
        ],
        method: 'percentile' as const,
        minSources: 2,
        tieBreakers: ['a'],
        bands: { green: { top: 3 }, red: { bottom: 3 } },
      },
      reports: [
        { source: 'a', reporter: 'a', entries: a.map((value, at) => ({ subject: `v${at}`, value })) },
        { source: 'b', reporter: 'b', entries: b.map((value, at) => ({ subject: `v${at}`, value })) },
      ],
    }))
    fc.assert(
      fc.property(halves, (input) => {
        expect(rank(input)).toStrictEqual(reference(input))
      }),
    )
  })

  it.each([
    ['in tenths of a hectare', [1, 0.3], [3, 0.9], [1, 0.4]],
    ['in crumbs of one', [1, 0.00003], [3, 0.00009], [1, 0.00004]],
  ])('equal densities tie, %s', (_, ...counted) => {
    const entries = counted.map(([value = 0, exposure = 0], at) => ({ subject: `v${at}`, value, exposure }))
    const { standings } = rank({
      subjects: entries.map(({ subject }) => ({ code: subject, name: '', township: 't' })),
      policy: {
        sources: [{ key: 'drone', kind: 'count', scope: 'county', weight: 1, exposed: true }],
        method: 'percentile',
        minSources: 1,
        tieBreakers: [],
        bands: {},
      },
      reports: [{ source: 'drone', reporter: 'office', entries }],
    })
    expect(standings.map(({ subject, rank: place }) => [subject, place])).toEqual([
      ['v2', 1],
      ['v0', 2],
      ['v1', 2],
    ])
  })
})
