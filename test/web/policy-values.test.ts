import { expect, test } from 'vitest'
import { corrected } from '../../web/console/boards/corrected-history.ts'
import { policyOf, valuesOf } from '../../web/console/boards/policy-values.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'

test('a policy that goes through the form unchanged is the same policy', () => {
  expect(policyOf(valuesOf(threeColourTemplate), threeColourTemplate)).toEqual(threeColourTemplate)
  const guarded = {
    ...threeColourTemplate,
    bands: { green: { percent: 20 } },
    guards: { source: 'inspection', greenAtLeast: 80 },
  }
  expect(policyOf(valuesOf(guarded), guarded)).toEqual(guarded)
})

test('taking a source away takes it out of the tie-breakers, and no consequences means none', () => {
  const values = valuesOf(threeColourTemplate)
  const sources = values.sources.filter(({ key }) => key !== 'inspection')
  const policy = policyOf({ ...values, sources, consequences: false }, threeColourTemplate)
  expect(policy.tieBreakers).toEqual([])
  expect(policy.consequences).toBeUndefined()
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
