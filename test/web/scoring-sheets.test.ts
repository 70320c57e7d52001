import { describe, expect, test } from 'vitest'
import type { InspectionDetail } from '../../schema/api/inspections.ts'
import { NewInspection } from '../../schema/api/inspections.ts'
import { NewIssue } from '../../schema/api/issues.ts'
import { NewScoringSheet } from '../../schema/api/scoring-sheets.ts'
import { issueIdOf, issueOf } from '../../web/console/inspections/detail/finding-issue.ts'
import { draftIn, inspectionOf, isWorthKeeping, newDraft } from '../../web/console/inspections/entry/draft.ts'
import {
  blankSheet,
  freeKey,
  moved,
  newItem,
  sheetOf,
  totalOf,
} from '../../web/console/sheets/sheet-values.ts'
import { countOf, nothingFound, withAnswer, withCount, withMore } from '../../web/ui/inspections/found.ts'

const words = { item: '新项目', deduction: '每处' }

describe('a sheet in the editor', () => {
  test('begins with one item and is sent as the server takes it', () => {
    for (const method of ['deductions', 'checklist'] as const) {
      const sent = sheetOf({ ...blankSheet(method, words), name: ' 新表 ' })
      expect(NewScoringSheet.parse(sent)).toEqual(sent)
      expect(sent.name).toBe('新表')
      expect(sent.items).toHaveLength(1)
    }
  })

  test('gives a new item a key that none has had, so that old findings keep their meaning', () => {
    expect(freeKey('i', ['i1', 'i2'])).toBe('i3')
    expect(freeKey('i', ['i1', 'i3'])).toBe('i4')
    const one = newItem([], 'deductions', words)
    expect(newItem([one], 'deductions', words).key).not.toBe(one.key)
  })

  test('moves an item up or down, and not off the sheet', () => {
    const items = ['a', 'b', 'c'].map((key) => ({ key, name: key, max: 1, deductions: [] }))
    expect(moved(items, 1, -1).map(({ key }) => key)).toEqual(['b', 'a', 'c'])
    expect(moved(items, 0, -1)).toBe(items)
    expect(moved(items, 2, 1)).toBe(items)
  })

  test('adds its maxima up without floating error', () => {
    const items = [0.1, 0.2, 99.7].map((max, n) => ({ key: `i${n}`, name: '项', max, deductions: [] }))
    expect(totalOf(items)).toBe(100)
  })
})

describe('a sheet being filled in', () => {
  test('counts up and down, keeps what was noted, and forgets it at nothing', () => {
    let found = withCount(nothingFound, 'waste', 'd1', 2)
    const [finding] = found.findings
    if (!finding) throw new Error('nothing found')
    found = withCount(withMore(found, finding, { note: '村口' }), 'waste', 'd1', 3)
    expect(found.findings).toEqual([{ item: 'waste', deduction: 'd1', count: 3, note: '村口' }])
    expect(countOf(found, 'waste', 'd1')).toBe(3)
    expect(withCount(found, 'waste', 'd1', 0).findings).toEqual([])
    expect(withCount(nothingFound, 'waste', 'd1', -1).findings).toEqual([])
    expect(countOf(withCount(nothingFound, 'waste', 'd1', 5000), 'waste', 'd1')).toBe(999)
    expect(countOf(withCount(nothingFound, 'waste', 'd1', Number('x')), 'waste', 'd1')).toBe(0)
  })

  test('left out, an item has no findings; looked at again, no answer', () => {
    const found = withCount(withCount(nothingFound, 'indoor', 'd1', 2), 'yard', 'd1', 1)
    const out = withAnswer(found, 'indoor', 'na')
    expect(out.findings.map(({ item }) => item)).toEqual(['yard'])
    expect(withAnswer(out, 'indoor', undefined).answers).toEqual({})
  })
})

describe('the draft of an inspection', () => {
  const now = Date.parse('2026-03-06T08:00:00Z')
  const draft = newDraft('id', now, { sheet: 's', version: 2, subject: 'v' })

  test('ends when it is sent, unless it says when', () => {
    const sent = inspectionOf(draft, now + 1_800_000)
    expect(NewInspection.parse(sent)).toEqual(sent)
    expect([sent.startedAt, sent.endedAt]).toEqual(['2026-03-06T08:00:00.000Z', '2026-03-06T08:30:00.000Z'])
    const paper = { ...draft, startedAt: '2026-03-05T09:00', endedAt: '2026-03-05T09:40' }
    expect(inspectionOf(paper, now)).toMatchObject({
      startedAt: '2026-03-05T01:00:00.000Z',
      endedAt: '2026-03-05T01:40:00.000Z',
    })
  })

  test('sends no empty words, no empty lists, and nobody’s group', () => {
    const findings = [{ item: 'waste', deduction: 'd1', count: 1, note: ' ', photos: [] }]
    const sent = inspectionOf({ ...draft, findings, note: ' ' }, now)
    expect(sent.findings).toEqual([{ item: 'waste', deduction: 'd1', count: 1 }])
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['note']))
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['unit']))
  })

  test('comes back from the device as it was, and anything else there is no draft', () => {
    expect(draftIn(JSON.stringify(draft))).toEqual(draft)
    for (const kept of [null, '', '{', '{}', '[]', JSON.stringify({ ...draft, findings: 1 })])
      expect(draftIn(kept)).toBeUndefined()
    expect(isWorthKeeping(draft)).toBe(true)
    expect(isWorthKeeping({ ...draft, subject: '' })).toBe(false)
  })
})

test('a finding becomes one issue, in the words and with the photos of the finding', () => {
  const finding = { item: 'waste', deduction: 'd2', count: 2, note: '村口', photos: ['p'] }
  const inspection = {
    ...{ id: '0198c0de-0000-7000-8000-000000000000', subject: 'v', place: null },
    ...{ endedAt: '2026-03-06T08:00:00.000Z', findings: [{ item: 'a', deduction: 'd1', count: 1 }, finding] },
  } as unknown as InspectionDetail
  const item = { key: 'waste', name: '生活垃圾', max: 25, deductions: [] }
  const issue = issueOf(
    inspection,
    item,
    { key: 'd2', name: '积存垃圾，每堆', points: 2 },
    finding,
    'pile-waste',
  )
  expect(NewIssue.parse(issue)).toEqual(issue)
  expect(issue).toMatchObject({
    text: '生活垃圾：积存垃圾，每堆 × 2。村口',
    photos: ['p'],
    inspection: inspection.id,
  })
  expect(issueIdOf(inspection, finding)).toBe(`${inspection.id}-2`)
})
