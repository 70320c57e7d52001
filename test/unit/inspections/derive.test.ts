import { describe, expect, it } from 'vitest'
import type { Source } from '../../../schema/api/ranking.ts'
import {
  type RoundInspection,
  type RoundIssue,
  reportsFromInspections,
  reportsOfOverdue,
  reportsOfRectified,
} from '../../../worker/domain/inspections/derive.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'

const roster = [
  { id: 'v1', township: 't1' },
  { id: 'v2', township: 't1' },
  { id: 'v3', township: 't2' },
  { id: 'v4', township: 't2', exempt: true },
]
const source: Source = {
  ...{ key: 'inspection', kind: 'score', scope: 'rater', weight: 2 },
  derivedFrom: 'inspections',
}
let serial = 0
const inspected = (
  subject: string,
  unit: string | null,
  score: number,
  more: Partial<RoundInspection> = {},
) => {
  serial += 1
  return {
    ...{ id: `i${String(serial).padStart(3, '0')}`, sheet: 's', subject, unit, score, late: false },
    township: roster.find(({ id }) => id === subject)?.township ?? null,
    endedAt: `2026-03-06T0${serial % 10}:00:00.000Z`,
    ...more,
  }
}

describe('inspections become reports', () => {
  it('with the mean per village, said by the group that came first', () => {
    serial = 0
    const reports = reportsFromInspections(source, roster, [
      inspected('v1', 'g2', 91),
      inspected('v1', 'g1', 90.01),
      inspected('v2', 'g1', 70),
      inspected('v3', 'g2', 88.5),
    ])
    expect(reports).toEqual([
      { source: 'inspection', reporter: 'g1', entries: [{ subject: 'v2', value: 70 }] },
      {
        ...{ source: 'inspection', reporter: 'g2' },
        entries: [
          { subject: 'v1', value: 90.51 },
          { subject: 'v3', value: 88.5 },
        ],
      },
    ])
  })

  it('without what came late, belongs to no group, is made with another sheet or concerns an exempt village', () => {
    const made = [
      inspected('v1', 'g1', 90, { late: true }),
      inspected('v2', null, 90),
      inspected('v3', 'g1', 90, { sheet: 'other' }),
      inspected('v4', 'g1', 90),
    ]
    expect(reportsFromInspections({ ...source, sheet: 's' }, roster, made)).toEqual([])
  })

  it('where a county compares, without what a township says of its own villages; where townships compare, only that', () => {
    const made = [inspected('v1', 't1', 99), inspected('v1', 'g1', 80)]
    const values = (one: Source) =>
      reportsFromInspections(one, roster, made).map(({ reporter, entries }) => [reporter, entries[0]?.value])
    expect(values(source)).toEqual([['g1', 80]])
    expect(values({ ...source, scope: 'county' })).toEqual([['g1', 80]])
    expect(values({ ...source, scope: 'township' })).toEqual([['t1', 99]])
  })

  it('for a board of townships with the mean of their villages, each once', () => {
    const townships = [{ id: 't1', township: 't1' }]
    const made = [inspected('v1', 'g1', 80), inspected('v1', 'g2', 90), inspected('v2', 'g1', 95)]
    expect(reportsFromInspections({ ...source, scope: 'county' }, townships, made)[0]?.entries).toEqual([
      { subject: 't1', value: 90 },
    ])
  })

  it('whatever order they come in', () => {
    const made = [inspected('v1', 'g1', 80), inspected('v1', 'g2', 90), inspected('v3', 'g2', 95)]
    expect(reportsFromInspections(source, roster, made.toReversed())).toEqual(
      reportsFromInspections(source, roster, made),
    )
  })
})

describe('the issue ledger becomes a report', () => {
  const due = (area: string, onTime: boolean, from = 'inspection'): RoundIssue => ({
    ...{ area, village: area, onTime, source: from },
    township: roster.find(({ id }) => id === area)?.township ?? null,
  })
  const rectified: Source = {
    key: 'r',
    kind: 'score',
    scope: 'county',
    weight: 1,
    derivedFrom: 'rectifiedOnTime',
  }
  const entries = (issues: RoundIssue[]) => reportsOfRectified(rectified, roster, issues)[0]?.entries ?? []

  it('as the percent rectified in time, of what was due', () => {
    expect(entries([due('v1', true), due('v1', true), due('v1', false), due('v3', false)])).toEqual([
      { subject: 'v1', value: 66.67 },
      { subject: 'v3', value: 0 },
    ])
  })

  it('in which what a village found itself and fixed in time only helps', () => {
    expect(entries([due('v1', false), due('v1', true, 'self_check')])).toEqual([{ subject: 'v1', value: 50 }])
    expect(entries([due('v1', true, 'self_check')])).toEqual([])
    expect(entries([due('v1', false, 'self_check')])).toEqual([{ subject: 'v1', value: 0 }])
  })

  it('so that no such issue ever costs a village a place', () => {
    const issues = [due('v1', true), due('v1', false), due('v2', true), due('v3', false), due('v3', true)]
    const subjects = roster.map(({ id: code, township }) => ({ code, name: code, township }))
    const typed: Source = { key: 'typed', kind: 'score', scope: 'county', weight: 1 }
    const said = {
      source: 'typed',
      reporter: 'x',
      entries: subjects.map(({ code }, at) => ({ subject: code, value: at })),
    }
    const placeOf = (village: string, of: RoundIssue[]) =>
      rank({
        subjects,
        policy: {
          sources: [typed, rectified],
          method: 'percentile',
          minSources: 1,
          tieBreakers: [],
          bands: {},
        },
        reports: [said, ...reportsOfRectified(rectified, roster, of)],
      }).standings.find(({ subject }) => subject === village)?.rank ?? 0
    for (const { id } of roster.slice(0, 3)) {
      let before = placeOf(id, issues)
      for (let found = 1; found <= 5; found++) {
        const more = Array.from({ length: found }, () => due(id, true, 'self_check'))
        const after = placeOf(id, [...issues, ...more])
        expect(after).toBeLessThanOrEqual(before)
        before = after
      }
      const alone = issues.filter(({ area }) => area !== id)
      expect(placeOf(id, [...alone, due(id, true, 'self_check')])).toBe(placeOf(id, alone))
    }
  })

  it('as the number overdue, nothing where nothing is', () => {
    const overdue: Source = {
      key: 'o',
      kind: 'count',
      scope: 'county',
      weight: 0,
      derivedFrom: 'openOverdue',
    }
    const issues = [due('v1', false), due('v1', false), due('v4', false), due('elsewhere', false)]
    expect(reportsOfOverdue(overdue, roster, issues)).toEqual([
      {
        ...{ source: 'o', reporter: 'ledger' },
        entries: [
          { subject: 'v1', value: 2 },
          { subject: 'v2', value: 0 },
          { subject: 'v3', value: 0 },
        ],
      },
    ])
    const townships = ['t1', 't2'].map((id) => ({ id, township: id }))
    expect(reportsOfOverdue(overdue, townships, issues)[0]?.entries).toEqual([
      { subject: 't1', value: 2 },
      { subject: 't2', value: 1 },
    ])
  })
})
