import { describe, expect, it } from 'vitest'
import type { Policy, RoundInput, Source } from '../../../schema/api/ranking.ts'
import { explain } from '../../../worker/domain/ranking/explain.ts'
import { checkPolicy } from '../../../worker/domain/ranking/policy.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'

const typed: Source = { key: 'township', kind: 'rank', scope: 'township', weight: 1 }
const overdue: Source = {
  ...{ key: 'overdue', kind: 'count', scope: 'county', weight: 0 },
  derivedFrom: 'openOverdue',
}
const policy: Policy = {
  ...{ sources: [typed, overdue], method: 'percentile', minSources: 1, tieBreakers: ['overdue'] },
  bands: { green: { top: 1 }, red: { bottom: 1 } },
}
const subjects = ['a', 'b', 'c'].map((code) => ({ code, name: code, township: `t-${code}` }))
/** Three villages, each first of its own township: all tied, but for what the ledger says. */
const input: RoundInput = {
  ...{ subjects, policy },
  reports: [
    ...subjects.map(({ code, township }) => ({
      ...{ source: 'township', reporter: township },
      entries: [{ subject: code, value: 1 }],
    })),
    {
      ...{ source: 'overdue', reporter: 'ledger' },
      entries: [
        { subject: 'a', value: 2 },
        { subject: 'b', value: 0 },
        { subject: 'c', value: 1 },
      ],
    },
  ],
}
const without: RoundInput = { ...input, policy: { ...policy, sources: [typed], tieBreakers: [] } }

describe('a source that only breaks ties', () => {
  it('orders those who are equal', () => {
    expect(rank(input).standings.map(({ subject, rank: place }) => [subject, place])).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 3],
    ])
    expect(rank(without).standings.map(({ rank: place }) => place)).toEqual([1, 1, 1])
  })

  it('is in nobody’s composite', () => {
    const keys = (round: RoundInput) =>
      new Map(rank(round).standings.map(({ subject, key }) => [subject, key]))
    expect(keys(input)).toEqual(keys(without))
  })

  it('ranks nobody by itself', () => {
    const onlyLedger = { ...input, reports: input.reports.filter(({ source }) => source === 'overdue') }
    expect(rank(onlyLedger).standings).toEqual([])
    expect(rank(onlyLedger).unranked).toHaveLength(3)
  })

  it('is not left out to see who is borderline, and breaks the ties of such runs', () => {
    const drone: Source = { key: 'drone', kind: 'count', scope: 'county', weight: 1 }
    const counted = {
      source: 'drone',
      reporter: 'd',
      entries: subjects.map(({ code }) => ({ subject: code, value: 3 })),
    }
    const round = {
      ...input,
      policy: { ...policy, sources: [typed, drone, overdue] },
      reports: [...input.reports, counted],
    }
    // Neither the township's nor the drone's word changes a colour: it is the ledger's either way.
    expect(rank(round).standings.map(({ subject, borderline }) => [subject, borderline])).toEqual([
      ['b', false],
      ['c', false],
      ['a', false],
    ])
  })

  it('is explained with its place and its weight of nothing', () => {
    const explanation = explain(input, 'a')
    expect(explanation?.sources[1]).toMatchObject({ source: 'overdue', weight: 0, value: 2, r: 3, n: 3 })
    expect(explanation).toMatchObject({
      tie: { sameKey: 3, sameRank: 1, steps: [{ source: 'overdue', outcome: 'split' }] },
      without: [],
    })
  })
})

describe('a policy with sources that fill themselves', () => {
  const codes = (change: Partial<Policy>) => checkPolicy({ ...policy, ...change }).map(({ code }) => code)
  const inspections: Source = {
    ...{ key: 'inspection', kind: 'score', scope: 'rater', weight: 2 },
    ...{ derivedFrom: 'inspections' as const, sheet: 'village-100' },
  }

  it('is sound', () => {
    expect(codes({})).toEqual([])
    expect(codes({ sources: [inspections, overdue] })).toEqual([])
    expect(
      codes({ sources: [{ ...typed, derivedFrom: 'rectifiedOnTime', kind: 'score' }], tieBreakers: [] }),
    ).toEqual([])
  })

  it.each<[string, Partial<Policy>, string]>([
    ['weighs nothing and breaks no ties', { tieBreakers: [] }, 'weight_not_positive'],
    [
      'is typed and weighs nothing',
      { sources: [typed, { ...typed, key: 'overdue', weight: 0 }] },
      'weight_not_positive',
    ],
    ['weighs less than nothing', { sources: [typed, { ...overdue, weight: -1 }] }, 'weight_not_positive'],
    ['counts what is a score', { sources: [typed, { ...overdue, kind: 'score' }] }, 'derived_kind'],
    ['scores what is a rank', { sources: [{ ...inspections, kind: 'rank' }, overdue] }, 'derived_kind'],
    ['has exposure', { sources: [typed, { ...overdue, exposed: true }] }, 'derived_exposed'],
    [
      'is the ledger’s, within a group',
      { sources: [typed, { ...overdue, scope: 'rater' }] },
      'derived_scope',
    ],
    [
      'names a sheet without inspections',
      { sources: [typed, { ...overdue, sheet: 's' }] },
      'sheet_without_inspections',
    ],
    [
      'only breaks ties and yet guards',
      {
        sources: [typed, { ...inspections, weight: 0, key: 'overdue' }],
        guards: { source: 'overdue', greenAtLeast: 80 },
      },
      'guard_source_weightless',
    ],
    ['asks for more sources than weigh', { minSources: 2 }, 'min_sources_out_of_range'],
  ])('is refused where one %s', (_, change, code) => {
    expect(codes(change)).toEqual([code])
  })

  it('is refused where nothing weighs', () => {
    expect(codes({ sources: [overdue] })).toContain('no_source')
  })
})
