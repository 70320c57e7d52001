import { describe, expect, it } from 'vitest'
import type { Entry, Source, Subject } from '../../../schema/api/ranking.ts'
import { checkReport } from '../../../worker/domain/ranking/report.ts'

const roster: Subject[] = [
  { code: 'l1', name: '', township: 'luyang' },
  { code: 'l2', name: '', township: 'luyang' },
  { code: 'l3', name: '', township: 'luyang' },
  { code: 'l4', name: '', township: 'luyang', exempt: true },
  { code: 'z1', name: '', township: 'zaoyuan' },
]
const township: Source = { key: 'township', kind: 'rank', scope: 'township', weight: 1 }
const inspection: Source = { key: 'inspection', kind: 'score', scope: 'rater', weight: 2 }
const drone: Source = { key: 'drone', kind: 'count', scope: 'county', weight: 2, exposed: true }
const plainDrone: Source = { key: 'drone', kind: 'count', scope: 'county', weight: 2 }

const check = (source: Source, ...entries: Entry[]) =>
  checkReport({ source: source.key, reporter: 'luyang', entries }, source, roster)
const row = (subject: string, value: number, exposure?: number): Entry =>
  exposure === undefined ? { subject, value } : { subject, value, exposure }

describe('a report is taken', () => {
  it('when it ranks the own villages, and says who is missing', () => {
    expect(check(township, row('l1', 2), row('l2', 1))).toEqual({
      problems: [],
      warnings: [],
      missing: ['l3'],
    })
  })

  it('with ties, in either way of counting on, and with a word where a rank repeats', () => {
    const ties = [row('l1', 1), row('l2', 2), row('l3', 2)]
    const repeated = { row: 2, subject: 'l3', code: 'repeated_rank' }
    expect(check(township, ...ties, row('l4', 4))).toEqual({
      problems: [],
      warnings: [repeated, { row: 3, subject: 'l4', code: 'exempt' }],
      missing: [],
    })
    const dense = check({ ...township, scope: 'county' }, ...ties, row('z1', 3))
    expect(dense.warnings).toEqual([repeated])
  })

  it('with a gap, and a word about it', () => {
    const { problems, warnings } = check(township, row('l1', 1), row('l2', 4), row('l3', 3))
    expect(problems).toEqual([])
    expect(warnings).toEqual([
      { row: 1, subject: 'l2', code: 'skipped_rank' },
      { row: 2, subject: 'l3', code: 'skipped_rank' },
    ])
  })

  it('with any finite score, from any township', () => {
    expect(check(inspection, row('l1', 88.5), row('z1', -3)).problems).toEqual([])
  })

  it('with an exempt subject, which counts nowhere', () => {
    const { problems, warnings } = check(inspection, row('l4', 80))
    expect([problems, warnings]).toEqual([[], [{ row: 0, subject: 'l4', code: 'exempt' }]])
  })

  it('with counts and what they cover', () => {
    expect(check(drone, row('l1', 0, 12.5), row('z1', 3, 1)).problems).toEqual([])
  })
})

describe('a report is refused', () => {
  it.each<[string, Source, Entry[], object]>([
    ['a stranger', inspection, [row('x9', 80)], { row: 0, subject: 'x9', code: 'unknown_subject' }],
    [
      "another township's village",
      township,
      [row('z1', 1)],
      { row: 0, subject: 'z1', code: 'outside_township' },
    ],
    [
      'a village twice',
      inspection,
      [row('l1', 80), row('l2', 80), row('l1', 81)],
      { row: 2, subject: 'l1', code: 'duplicate_subject', first: 0 },
    ],
    ['no number', inspection, [row('l1', Number.NaN)], { row: 0, subject: 'l1', code: 'not_finite' }],
    ['half a rank', township, [row('l1', 1.5)], { row: 0, subject: 'l1', code: 'rank_not_whole' }],
    ['rank 0', township, [row('l1', 0)], { row: 0, subject: 'l1', code: 'rank_out_of_range', limit: 4 }],
    [
      'a rank beyond the own villages',
      township,
      [row('l1', 5)],
      { row: 0, subject: 'l1', code: 'rank_out_of_range', limit: 4 },
    ],
    ['a negative count', plainDrone, [row('l1', -1)], { row: 0, subject: 'l1', code: 'count_not_whole' }],
    ['half a problem', plainDrone, [row('l1', 0.5)], { row: 0, subject: 'l1', code: 'count_not_whole' }],
    [
      'a count of nothing covered',
      drone,
      [row('l1', 1)],
      { row: 0, subject: 'l1', code: 'exposure_missing' },
    ],
    ['zero covered', drone, [row('l1', 1, 0)], { row: 0, subject: 'l1', code: 'exposure_not_positive' }],
    [
      'boundless coverage',
      drone,
      [row('l1', 1, Number.POSITIVE_INFINITY)],
      { row: 0, subject: 'l1', code: 'exposure_not_positive' },
    ],
    [
      'coverage nobody asked for',
      inspection,
      [row('l1', 80, 3)],
      { row: 0, subject: 'l1', code: 'exposure_refused' },
    ],
  ])('with %s', (_, source, entries, problem) => {
    expect(check(source, ...entries).problems).toEqual([problem])
  })

  it('naming every row at fault, and every fault of a row', () => {
    const { problems } = check(township, row('z1', 9), row('l1', 1), row('x9', 2))
    expect(problems.map(({ row: at, code }) => [at, code])).toEqual([
      [0, 'outside_township'],
      [0, 'rank_out_of_range'],
      [2, 'unknown_subject'],
    ])
  })
})
