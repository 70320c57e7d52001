import { describe, expect, it } from 'vitest'
import { Policy } from '../../../schema/api/ranking.ts'
import { checkPolicy, policyWarnings } from '../../../worker/domain/ranking/policy.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'
import { goldenCases } from './golden.ts'

const plain: Policy = {
  sources: [
    { key: 'township', kind: 'rank', scope: 'township', weight: 1, required: true },
    { key: 'inspection', kind: 'score', scope: 'county', weight: 2 },
    { key: 'drone', kind: 'count', scope: 'county', weight: 2 },
  ],
  method: 'percentile',
  minSources: 2,
  tieBreakers: ['inspection'],
  bands: { green: { top: 30 }, red: { bottom: 30 } },
}

const [township, inspection, drone] = plain.sources as [
  Policy['sources'][0],
  Policy['sources'][0],
  Policy['sources'][0],
]
const interview = {
  band: 'red' as const,
  streakAtLeast: 1,
  kind: 'interview' as const,
  targets: ['village_head' as const],
  dueInDays: 3,
}
const withFirst = (change: Partial<Policy['sources'][0]>) => ({
  sources: [{ ...township, ...change }, inspection, drone],
})

describe('a policy is accepted', () => {
  it.each<[string, Partial<Policy>]>([
    ['as it is', {}],
    ['with decimal weights', withFirst({ weight: 0.1 })],
    ['with exposed counts', { sources: [township, inspection, { ...drone, exposed: true }] }],
    ['without tie-breakers', { tieBreakers: [] }],
    ['without bands', { bands: {} }],
    ['with no places at all', { bands: { green: { top: 0 }, red: { percent: 0 } } }],
    ['with percents that are all there is', { bands: { green: { percent: 33.3 }, red: { percent: 66.7 } } }],
    ['with bands that overlap today', { bands: { green: { top: 900 }, red: { percent: 50 } } }],
    ['with one floor', { guards: { source: 'inspection', redBelow: 70 } }],
    [
      'with a notice to nobody in particular',
      { consequences: [{ ...interview, kind: 'notice', targets: [] }] },
    ],
    [
      'as a rank sum over complete county lists',
      { method: 'rank_sum', sources: [{ ...township, scope: 'county' }, inspection, drone], minSources: 3 },
    ],
  ])('%s', (_, change) => {
    expect(checkPolicy({ ...plain, ...change })).toEqual([])
  })

  it('as shipped, and as in every golden round', () => {
    expect(checkPolicy(Policy.parse(threeColourTemplate))).toEqual([])
    for (const { input } of goldenCases()) expect(checkPolicy(input.policy)).toEqual([])
  })
})

describe('a policy is refused', () => {
  it.each<[string, Partial<Policy>, string]>([
    ['no source', { sources: [], tieBreakers: [], minSources: 1 }, 'no_source sources'],
    ['one key for two sources', withFirst({ key: 'drone' }), 'duplicate_source sources.2.key'],
    ['weight 0', withFirst({ weight: 0 }), 'weight_not_positive sources.0.weight'],
    ['a negative weight', withFirst({ weight: -1 }), 'weight_not_positive sources.0.weight'],
    [
      'an infinite weight',
      withFirst({ weight: Number.POSITIVE_INFINITY }),
      'weight_not_positive sources.0.weight',
    ],
    ['a weight that is no number', withFirst({ weight: Number.NaN }), 'weight_not_positive sources.0.weight'],
    ['exposed ranks', withFirst({ exposed: true }), 'exposed_not_count sources.0.exposed'],
    ['no source needed', { minSources: 0 }, 'min_sources_out_of_range minSources'],
    ['half a source needed', { minSources: 1.5 }, 'min_sources_out_of_range minSources'],
    ['more sources needed than there are', { minSources: 4 }, 'min_sources_out_of_range minSources'],
    ['an unknown tie-breaker', { tieBreakers: ['drone', 'public'] }, 'unknown_tie_breaker tieBreakers.1'],
    ['a tie-breaker twice', { tieBreakers: ['drone', 'drone'] }, 'duplicate_tie_breaker tieBreakers.1'],
    ['negative places', { bands: { green: { top: -1 } } }, 'places_not_whole bands.green.top'],
    ['fractional places', { bands: { red: { bottom: 2.5 } } }, 'places_not_whole bands.red.bottom'],
    ['a negative percent', { bands: { red: { percent: -1 } } }, 'percent_out_of_range bands.red.percent'],
    ['more than all', { bands: { green: { percent: 101 } } }, 'percent_out_of_range bands.green.percent'],
    [
      'percents over 100, if only just',
      { bands: { green: { percent: 33.4 }, red: { percent: 66.7 } } },
      'percents_over_100 bands',
    ],
    [
      'a floor of nothing',
      { guards: { source: 'public', redBelow: 1 } },
      'unknown_guard_source guards.source',
    ],
    [
      'a floor on counts',
      { guards: { source: 'drone', redBelow: 1 } },
      'guard_source_not_score guards.source',
    ],
    ['a floor without a bound', { guards: { source: 'inspection' } }, 'guard_without_bound guards'],
    [
      'a floor out of reach',
      { guards: { source: 'inspection', greenAtLeast: Number.POSITIVE_INFINITY } },
      'guard_bound_not_finite guards.greenAtLeast',
    ],
    [
      'a rank sum over township lists',
      { method: 'rank_sum', minSources: 3 },
      'rank_sum_needs_county_scope sources.0.scope',
    ],
    [
      'a rank sum over some of the lists',
      { method: 'rank_sum', sources: [inspection, drone], minSources: 1 },
      'rank_sum_needs_all_sources minSources',
    ],
    [
      'a consequence of no streak',
      { consequences: [interview, { ...interview, streakAtLeast: 0 }] },
      'streak_not_positive consequences.1.streakAtLeast',
    ],
    [
      'a deadline before its cause',
      { consequences: [{ ...interview, dueInDays: -1 }] },
      'due_in_days_negative consequences.0.dueInDays',
    ],
    [
      'an interview with nobody',
      { consequences: [{ ...interview, targets: [] }] },
      'no_target consequences.0.targets',
    ],
  ])('with %s', (_, change, problem) => {
    const problems = checkPolicy({ ...plain, ...change })
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([problem])
  })

  it('with every problem it has', () => {
    const problems = checkPolicy({ ...plain, ...withFirst({ weight: 0, exposed: true }), minSources: 9 })
    expect(problems).toHaveLength(3)
  })

  it('by its shape where a field is unknown, or a side is turned round', () => {
    expect(Policy.safeParse({ ...plain, surprise: true }).success).toBe(false)
    expect(Policy.safeParse({ ...plain, bands: { green: { bottom: 3 } } }).success).toBe(false)
  })
})

describe('a policy is accepted with a warning', () => {
  it('where its bands overlap for as many subjects as there are today', () => {
    expect(policyWarnings(plain, 59)).toEqual(['bands_overlap'])
    expect(policyWarnings(plain, 60)).toEqual([])
  })

  it('where one score would do for green and for red', () => {
    const guards = { source: 'inspection', greenAtLeast: 70, redBelow: 80 }
    expect(policyWarnings({ ...plain, guards }, 151)).toEqual(['guards_crossed'])
    expect(policyWarnings({ ...plain, guards: { ...guards, greenAtLeast: 80 } }, 151)).toEqual([])
  })
})
