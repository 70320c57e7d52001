import { describe, expect, it } from 'vitest'
import { type Policy, RoundInput } from '../../../schema/api/ranking.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { checkRound } from '../../../worker/domain/ranking/round.ts'
import { goldenCases } from './golden.ts'

const policy: Policy = {
  sources: [
    { key: 'inspection', kind: 'score', scope: 'rater', weight: 1 },
    { key: 'drone', kind: 'count', scope: 'county', weight: 1, exposed: true },
  ],
  method: 'percentile',
  minSources: 1,
  tieBreakers: [],
  bands: { green: { top: 1 }, red: { bottom: 1 } },
}

/** Two groups, each with two villages, one strict and one kind. */
function aRound(more: Partial<RoundInput> = {}): RoundInput {
  return {
    subjects: ['a', 'b', 'c', 'd'].map((code) => ({ code, name: code, township: 't' })),
    policy,
    reports: [
      { source: 'inspection', reporter: 'office', rater: 'strict', entries: scores({ a: 50, b: 40 }) },
      { source: 'inspection', reporter: 'kind', entries: scores({ c: 99, d: 98 }) },
      { source: 'drone', reporter: 'office', entries: [{ subject: 'a', value: 3, exposure: 10 }] },
    ],
    ...more,
  }
}

const scores = (given: Record<string, number>) =>
  Object.entries(given).map(([subject, value]) => ({ subject, value }))
const faults = (input: RoundInput) => checkRound(input).map(({ code, path }) => `${code} ${path.join('.')}`)
const keys = (input: RoundInput) =>
  Object.fromEntries(rank(input).standings.map(({ subject, key }) => [subject, key]))

describe('a round can be ranked', () => {
  it('when all in it is known and said once', () => {
    expect(faults(aRound())).toEqual([])
    for (const { input } of goldenCases()) expect(faults(input)).toEqual([])
  })

  it('and a strict group costs its villages nothing', () => {
    expect(keys(aRound())).toEqual({ a: 375_000, c: 250_000, b: 750_000, d: 750_000 })
  })

  it('even where nobody has reported anything yet', () => {
    const { bandsClamped, standings, unranked } = rank(aRound({ reports: [] }))
    expect(standings).toEqual([])
    expect(bandsClamped).toBe(true)
    expect(unranked.map(({ subject }) => subject)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('with an exempt subject counted nowhere', () => {
    const [a, b, ...rest] = aRound().subjects
    if (!a || !b) throw new Error('the round lost its villages')
    expect(keys(aRound({ subjects: [a, { ...b, exempt: true }, ...rest] }))).toEqual({
      a: 500_000,
      c: 250_000,
      d: 750_000,
    })
  })
})

describe('an amendment', () => {
  it('keeps the group that judged and the land that was covered', () => {
    const amendments = [
      { source: 'inspection', subject: 'b', value: 51 },
      { source: 'drone', subject: 'a', value: 1 },
    ]
    expect(faults(aRound({ amendments }))).toEqual([])
    expect(keys(aRound({ amendments }))).toEqual({ a: 625_000, b: 250_000, c: 250_000, d: 750_000 })
  })

  it('takes a value away', () => {
    const amendments = [{ source: 'inspection', subject: 'b', value: null }]
    expect(rank(aRound({ amendments })).unranked).toEqual([{ subject: 'b', reason: 'too_few_sources' }])
  })

  it('adds a value no group gave, compared with none', () => {
    const reports = aRound().reports.slice(1)
    const amendments = [
      { source: 'inspection', subject: 'a', value: 1 },
      { source: 'inspection', subject: 'b', value: 99 },
    ]
    expect(keys(aRound({ reports, amendments }))).toMatchObject({ a: 500_000, b: 500_000 })
  })

  it('needs a known source and subject, and exposure where it has to', () => {
    const amendments = [
      { source: 'public', subject: 'a', value: 1 },
      { source: 'drone', subject: 'x', value: null },
      { source: 'drone', subject: 'b', value: 1 },
      { source: 'drone', subject: 'b', value: 1, exposure: 0 },
      { source: 'inspection', subject: 'b', value: 1, exposure: 2 },
    ]
    expect(faults(aRound({ amendments }))).toEqual([
      'unknown_source amendments.0.source',
      'unknown_subject amendments.1.subject',
      'exposure_missing amendments.2.exposure',
      'exposure_not_positive amendments.3.exposure',
      'exposure_refused amendments.4.exposure',
    ])
  })
})

describe('a round is refused', () => {
  const [first, ...others] = aRound().reports
  if (!first) throw new Error('the round lost its reports')

  it.each<[string, Partial<RoundInput>, string]>([
    [
      'an unsound policy',
      { policy: { ...policy, minSources: 9 } },
      'min_sources_out_of_range policy.minSources',
    ],
    [
      'a subject twice',
      { subjects: [...aRound().subjects, { code: 'a', name: '', township: 't' }] },
      'duplicate_subject subjects.4.code',
    ],
    [
      'a source nobody named',
      { reports: [{ ...first, source: 'public' }, ...others] },
      'unknown_source reports.0.source',
    ],
    [
      'a stranger',
      { reports: [{ ...first, entries: scores({ a: 1, x: 2 }) }] },
      'unknown_subject reports.0.entries.1.subject',
    ],
    [
      'a subject twice in a source',
      { reports: [first, { ...first, reporter: 'kind' }] },
      'reported_twice reports.1.entries.0.subject',
    ],
    [
      'exposure where none belongs',
      { reports: [{ ...first, entries: [{ subject: 'a', value: 1, exposure: 1 }] }] },
      'exposure_refused reports.0.entries.0.exposure',
    ],
  ])('with %s', (_, change, fault) => {
    expect(faults(aRound(change))).toContain(fault)
  })

  it('by its shape where a field is unknown or a value is no number', () => {
    expect(RoundInput.safeParse({ ...aRound(), surprise: 1 }).success).toBe(false)
    expect(
      RoundInput.safeParse(aRound({ reports: [{ ...first, entries: scores({ a: Number.NaN }) }] })).success,
    ).toBe(false)
  })
})
