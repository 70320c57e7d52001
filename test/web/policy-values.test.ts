import { expect, test } from 'vitest'
import type { Policy } from '../../schema/api/ranking.ts'
import { corrected } from '../../web/console/boards/corrected-history.ts'
import {
  blankPolicy,
  type PolicyValues,
  policyOf,
  valuesOf,
} from '../../web/console/boards/designer/policy-values.ts'
import { monthsOf, roundFilterIn } from '../../web/console/boards/round-filter.ts'
import { checkPolicy } from '../../worker/domain/ranking/policy.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'

test('a policy that goes through the designer unchanged is the same policy', () => {
  expect(policyOf(valuesOf(threeColourTemplate))).toEqual(threeColourTemplate)
  const guarded: Policy = {
    ...threeColourTemplate,
    bands: { green: { percent: 20 } },
    guards: { source: 'inspection', greenAtLeast: 80 },
    sources: [
      ...threeColourTemplate.sources,
      { key: '督查', kind: 'score', scope: 'county', weight: 0.5, derivedFrom: 'inspections', sheet: 's1' },
    ],
  }
  expect(policyOf(valuesOf(guarded))).toEqual(guarded)
  expect(policyOf(valuesOf(blankPolicy))).toEqual(blankPolicy)
})

test('taking a source away takes it out of the tie-breakers, and no rules means none', () => {
  const values = valuesOf(threeColourTemplate)
  const sources = values.sources.filter(({ key }) => key !== 'inspection')
  const policy = policyOf({ ...values, sources, consequences: [] })
  expect(policy.tieBreakers).toEqual([])
  expect(policy.consequences).toBeUndefined()
})

test('what is not filled in yet is a problem at its own place', () => {
  const values = valuesOf(threeColourTemplate)
  const [first, ...others] = values.consequences
  if (!first) throw new Error('the template has rules')
  const half: PolicyValues = {
    ...values,
    sources: values.sources.map((source) => ({ ...source, weight: source.key === 'drone' ? null : 1 })),
    ...{ minSources: null, guardSource: 'inspection', greenAtLeast: null, redBelow: null },
    consequences: [{ ...first, streakAtLeast: null, dueInDays: null, targets: [] }, ...others],
  }
  const problems = checkPolicy(policyOf(half)).map(({ code, path }) => `${path.join('.')} ${code}`)
  expect(problems.sort()).toEqual([
    'consequences.0.dueInDays due_in_days_negative',
    'consequences.0.streakAtLeast streak_not_positive',
    'consequences.0.targets no_target',
    'guards guard_without_bound',
    'minSources min_sources_out_of_range',
    'sources.2.weight weight_not_positive',
  ])
})

test('months of a board’s rounds, and the span each one means by Shanghai’s clock', () => {
  expect(monthsOf('2025-11-20', '2026-01-31')).toEqual([
    ...['2026', '2026-02', '2026-01', '2025', '2025-12', '2025-11'],
  ])
  const filter = (query: string) => roundFilterIn(new URLSearchParams(query))
  expect(filter('month=2026-12&state=open')).toEqual({
    ...{ state: 'open', since: '2026-11-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' },
  })
  expect(filter('month=2026')).toEqual({
    ...{ since: '2025-12-31T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' },
  })
  expect(filter('state=lost&month=soon')).toEqual({})
})

test('villages picked by hand join the weeks of the sheet, and rows in doubt stay out', () => {
  const closedAt = '2026-03-06T10:00:00.000Z'
  const read = {
    applied: false,
    weeks: [{ label: '第1期', no: 1, closedAt }],
    rows: [
      { row: 2, name: '石门村', subject: 'v1', bands: ['red' as const] },
      { row: 3, name: '王保村', bands: ['green' as const], error: { code: 'ambiguous', message: '' } },
      { row: 4, name: '没有村', bands: ['red' as const], error: { code: 'unknown', message: '' } },
    ],
  }
  expect(corrected(read, new Map([[3, 'v2']]))).toEqual([
    { no: 1, closedAt, bands: { v1: 'red', v2: 'green' } },
  ])
})
