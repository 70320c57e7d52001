import { describe, expect, it } from 'vitest'
import type { NewInspection } from '../../../schema/api/inspections.ts'
import { NewScoringSheet, type SheetItems } from '../../../schema/api/scoring-sheets.ts'
import { checkInspection } from '../../../worker/domain/inspections/check.ts'
import { checkSheet } from '../../../worker/domain/inspections/check-sheet.ts'
import { findTemplate, sheetTemplates } from '../../../worker/domain/inspections/templates/templates.ts'

const now = Date.parse('2026-03-06T08:00:00Z')
const household = findTemplate('household-100') ?? { method: 'deductions' as const, items: [] }
const checklist = findTemplate('method-2468') ?? { method: 'checklist' as const, items: [] }
const visit: NewInspection = {
  ...{
    sheet: 's',
    version: 1,
    subject: 'v',
    startedAt: '2026-03-06T07:00:00Z',
    endedAt: '2026-03-06T07:30:00Z',
  },
  ...{ findings: [{ item: 'yard', deduction: 'd1', count: 2 }], answers: {} },
}
const all = (answer: 'yes' | 'na') => Object.fromEntries(checklist.items.map(({ key }) => [key, answer]))

describe('an inspection', () => {
  it('is accepted as it is, and within the clock’s tolerance', () => {
    expect(checkInspection(household, visit, now)).toEqual([])
    expect(checkInspection(household, { ...visit, endedAt: '2026-03-06T08:05:00Z' }, now)).toEqual([])
    expect(checkInspection(household, { ...visit, endedAt: visit.startedAt }, now)).toEqual([])
  })

  it.each<[string, Partial<NewInspection>, string, (string | number)[]]>([
    ['that ends before it starts', { endedAt: '2026-03-06T06:59:59Z' }, 'ends_before_start', ['endedAt']],
    ['of tomorrow', { endedAt: '2026-03-06T08:05:00.001Z' }, 'in_future', ['endedAt']],
    [
      'with a deduction that is not on the sheet',
      { findings: [{ item: 'yard', deduction: 'd9', count: 1 }] },
      'not_on_sheet',
      ['findings', 0, 'deduction'],
    ],
    [
      'with one deduction twice',
      { findings: [visit.findings[0], visit.findings[0]] as NewInspection['findings'] },
      'found_twice',
      ['findings', 1, 'deduction'],
    ],
    [
      'with a finding where it did not look',
      { findings: [{ item: 'indoor', deduction: 'd1', count: 1 }], answers: { indoor: 'na' } },
      'found_though_left_out',
      ['findings', 0, 'deduction'],
    ],
    [
      'that leaves out what must be scored',
      { answers: { yard: 'na' }, findings: [] },
      'item_not_optional',
      ['answers', 'yard'],
    ],
    [
      'that answers what is no question',
      { answers: { yard: 'yes' } },
      'answer_out_of_place',
      ['answers', 'yard'],
    ],
    ['that answers what is not there', { answers: { moon: 'na' } }, 'not_on_sheet', ['answers', 'moon']],
  ])('%s is refused', (_, change, code, path) => {
    expect(checkInspection(household, { ...visit, ...change }, now)).toEqual([{ code, path }])
  })

  it('answers every question of a checklist', () => {
    const done = { ...visit, findings: [], answers: all('yes') }
    expect(checkInspection(checklist, done, now)).toEqual([])
    expect(checkInspection(checklist, { ...done, answers: all('na') }, now)).toEqual([])
    const { a1: _, ...rest } = all('yes')
    expect(checkInspection(checklist, { ...done, answers: rest }, now)).toEqual([
      { code: 'answer_missing', path: ['answers', 'a1'] },
    ])
  })
})

describe('a sheet', () => {
  const item = { key: 'a', name: '甲', max: 10, deductions: [{ key: 'd', name: '每处', points: 1 }] }
  it('as shipped is sound, and its keys are told apart', () => {
    expect(sheetTemplates.length).toBeGreaterThanOrEqual(7)
    expect(new Set(sheetTemplates.map(({ key }) => key)).size).toBe(sheetTemplates.length)
    for (const { key, about, ...sheet } of sheetTemplates) {
      expect(checkSheet(sheet.method, sheet.items), key).toEqual([])
      expect(NewScoringSheet.parse({ ...sheet, template: key }).items).toEqual(sheet.items)
      expect(about.length).toBeGreaterThan(5)
    }
  })

  it('of a hundred points has a hundred', () => {
    for (const { items } of sheetTemplates.filter(({ method }) => method === 'deductions'))
      expect(items.reduce((sum, { max }) => sum + max, 0)).toBe(100)
  })

  it('of the numbered method counts as its name says', () => {
    const parts = checklist.items.map(({ key }) => key[0])
    expect(['a', 'b', 'c', 'd'].map((part) => parts.filter((one) => one === part).length)).toEqual([
      2, 4, 6, 8,
    ])
  })

  it.each<[string, 'deductions' | 'checklist', SheetItems, string]>([
    ['with one item twice', 'deductions', [item, item], 'key_twice'],
    [
      'with one deduction twice',
      'deductions',
      [{ ...item, deductions: [...item.deductions, ...item.deductions] }],
      'key_twice',
    ],
    ['with an item worth nothing', 'deductions', [{ ...item, max: 0 }], 'no_points'],
    ['with nothing to deduct', 'deductions', [{ ...item, deductions: [] }], 'deductions_missing'],
    ['that is a checklist with deductions', 'checklist', [item], 'checklist_deductions'],
    ['in which everything may be left out', 'deductions', [{ ...item, optional: true }], 'all_optional'],
  ])('%s is refused', (_, method, items, code) => {
    expect(checkSheet(method, items).map((problem) => problem.code)).toEqual([code])
  })

  it('is counted in hundredths and no finer', () => {
    const finer = { name: '表', subject: 'village', method: 'deductions' }
    const points = (n: number) =>
      NewScoringSheet.safeParse({ ...finer, items: [{ ...item, max: n }] }).success
    expect([points(0.07), points(12.34), points(0.005)]).toEqual([true, true, false])
  })
})
