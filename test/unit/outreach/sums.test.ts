import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityKinds, type OutreachSums } from '../../../schema/api/outreach.ts'
import { outreachFigures, outreachSentence } from '../../../worker/domain/outreach/figures.ts'
import { type SumRow, sumsByKind, sumsByTownship, sumsByWeek } from '../../../worker/domain/outreach/sums.ts'
import { mondayOf } from '../../../worker/domain/outreach/week.ts'

const none = { entries: 1, times: 1, items: 0, people: 0, volunteers: 0, hours: 0 }

test.each([
  ['2026-03-06', '2026-03-02'],
  ['2026-03-02', '2026-03-02'],
  ['2026-03-08', '2026-03-02'],
  ['2026-01-01', '2025-12-29'],
  ['1969-12-31', '1969-12-29'],
  ['2024-02-29', '2024-02-26'],
])('%s is in the week of Monday %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

describe('sums', () => {
  const row = fc.record({
    kind: fc.constantFrom(...activityKinds),
    township: fc.constantFrom(null, 'a', 'b'),
    monday: fc.constantFrom('2026-03-02', '2026-03-09'),
    entries: fc.nat(9),
    times: fc.nat(99),
    items: fc.nat(999),
    people: fc.nat(999),
    volunteers: fc.nat(99),
    hours: fc.nat(400).map((quarters) => quarters / 4),
  })
  const all = (sums: OutreachSums[], key: 'times' | 'items' | 'people' | 'hours') =>
    sums.reduce((total, sum) => total + sum[key], 0)

  test('whichever way the log is added up, the same comes out', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows: SumRow[]) => {
        const total = sumsByKind(rows)
        for (const key of ['times', 'items', 'people', 'hours'] as const) {
          const plain = rows.reduce((sum, one) => sum + one[key], 0)
          expect(all(total, key)).toBe(plain)
          expect(sumsByTownship(rows).reduce((sum, { sums }) => sum + all(sums, key), 0)).toBe(plain)
          expect(sumsByWeek(rows).reduce((sum, { sums }) => sum + all(sums, key), 0)).toBe(plain)
        }
        expect(total.map(({ kind }) => kind)).toEqual([
          ...new Set(activityKinds.filter((kind) => rows.some((one) => one.kind === kind))),
        ])
      }),
    )
  })
})

describe('the sentence', () => {
  test('is what a township reported of its publicity in 2022', () => {
    // 东华镇 2022-09-16: 设点宣传6场次，宣传册2000余份，户长会200余场次，入户座谈1500场次，受教育3000余人，微信、短信400余条.
    const sums: OutreachSums[] = [
      { ...none, kind: 'booth', times: 6 },
      { ...none, kind: 'brochure', items: 2000 },
      { ...none, kind: 'household_meeting', times: 200 },
      { ...none, kind: 'home_visit', times: 1500, people: 3000 },
      { ...none, kind: 'message', items: 400 },
    ]
    expect(outreachSentence(outreachFigures(sums))).toBe(
      '设点宣传6场次，发放宣传册2000份，召开户长会200场次，入户座谈1500场次，发送微信、短信400条，受教育人数3000人。',
    )
  })

  test('leaves out what there was none of, and says nothing of nothing', () => {
    const cleanup = { ...none, kind: 'volunteer_cleanup' as const, times: 2, volunteers: 45, hours: 90 }
    expect(outreachSentence(outreachFigures([cleanup, { ...none, kind: 'banner', items: 0 }]))).toBe(
      '志愿清洁2场次，志愿者参加45人次，志愿服务90小时。',
    )
    expect(outreachSentence(outreachFigures([]))).toBe('')
  })
})
