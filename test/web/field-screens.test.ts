import { expect, test } from 'vitest'
import type { FieldArea, FieldBundle, FieldIssue } from '../../schema/api/field.ts'
import type { ScoringSheet } from '../../schema/api/scoring-sheets.ts'
import { guessedArea, guessedCategory, likelyCategories } from '../../web/field/pages/found/guess.ts'
import { issueOfFinding, outcomes, titleOf } from '../../web/field/pages/inspect/finding-issue.ts'
import {
  finished,
  sheetsFor,
  strayFindings,
  unanswered,
} from '../../web/field/pages/inspect/inspection-draft.ts'
import { versionSeen } from '../../web/field/pages/issues/issue-records.ts'
import { codeIn } from '../../web/field/pages/scan/read-code.ts'
import { tasksIn } from '../../web/field/pages/today/tasks.ts'
import { initials, searchAreas } from '../../web/field/pieces/area-search.ts'
import { gridsOf, within } from '../../web/field/pieces/areas.ts'
import { readable } from '../../web/field/pieces/places.ts'
import { unsentIn } from '../../web/field/pieces/tally.ts'
import type { Body, FieldPhoto, FieldRecord, SendState } from '../../web/field/store/records.ts'

const now = Date.parse('2026-03-06T02:00:00Z')

const area = (id: string, name: string, level: FieldArea['level'], parent: string | null, lat?: number) => ({
  ...{ id, name, level, parent },
  place: lat === undefined ? null : { lat, lng: 104 },
})
const areas = [
  area('luyang', '芦阳镇', 'township', null),
  area('shimen', '石门村民委员会', 'village', 'luyang', 37.1),
  area('qingdu', '青渡村民委员会', 'village', 'luyang', 37.2),
  area('grid', '一号网格', 'grid', 'shimen'),
]
const sheet = {
  ...{ id: 'village', version: 3, name: '村庄检查表', subject: 'village', method: 'deductions' },
  items: [
    {
      ...{ key: 'waste', name: '垃圾', max: 60 },
      deductions: [{ key: 'pile', name: '乱堆', points: 2, category: 'piles' }],
    },
    {
      key: 'water',
      name: '污水',
      max: 40,
      optional: true,
      deductions: [{ key: 'ditch', name: '沟渠', points: 3 }],
    },
  ],
  ...{ template: null, current: true, used: true, createdAt: '2026-01-01T00:00:00Z' },
} as ScoringSheet

function issue(id: string, more: Partial<FieldIssue>): FieldIssue {
  const known = {
    id,
    no: 1,
    category: 'piles',
    severity: 2,
    source: 'inspection',
    area: 'shimen',
    areaName: '石门村',
  }
  const open = {
    text: id,
    location: null,
    place: null,
    state: 'assigned',
    settled: false,
    dueAt: null,
    version: 4,
  }
  return { ...known, ...open, steps: [], thumbnails: [], ...more } as unknown as FieldIssue
}

function bundle(more: Partial<FieldBundle> = {}): FieldBundle {
  const category = (id: string, active = true) => ({ id, name: id, group: 'own', severity: 2, active })
  return {
    ...{ at: '2026-03-06T01:00:00Z', county: { id: 'c', code: '990001', name: '示范县' } },
    member: {
      id: 'm',
      role: 'village_secretary',
      scope: { kind: 'village', id: 'shimen', township: 'luyang' },
    },
    ...{ areas, sheets: [sheet], visits: [], issues: [], points: [] },
    categories: [category('piles'), category('ditches'), category('old', false)],
    ...more,
  } as FieldBundle
}

let made = 0
function record(body: Body, state: SendState = 'draft', more: Partial<FieldRecord> = {}): FieldRecord {
  made += 1
  const times = { madeAt: now + made, changedAt: now + made, attempts: 0, nextAt: null, sentAt: null }
  return { id: `r${made}`, owner: 'o', body, title: '', ...times, state, refusal: null, form: 1, ...more }
}
const raised = (category: string, at = 'shimen') =>
  record({ kind: 'issue', record: { category, area: at } }, 'sent')

test('a village is found by its name or by the initials of its pinyin, the likelier first', () => {
  expect([initials('石门村'), initials('青渡村'), initials('阿坝2组')]).toEqual(['smc', 'qdc', 'ab2z'])
  expect(searchAreas(areas, 'sm').map(({ id }) => id)).toEqual(['shimen'])
  expect(searchAreas(areas, '村').map(({ id }) => id)).toEqual(['shimen', 'qingdu'])
  expect(searchAreas(areas, '网格').map(({ id }) => id)).toEqual(['grid'])
  expect([searchAreas(areas, '  '), searchAreas(areas, 'xx'), searchAreas(areas, '村', 1).length]).toEqual([
    [],
    [],
    1,
  ])
  expect(within(areas, 'grid')).toBe('石门村 · 芦阳镇')
  expect(gridsOf(bundle()).map(({ id }) => id)).toEqual(['grid'])
})

test('what is to be done is sorted by distance where the place is known, else by what presses', () => {
  const issues = [
    issue('late', { steps: ['rectified'], dueAt: '2026-03-09T00:00:00Z' }),
    issue('soon', { steps: ['rectified'], dueAt: '2026-03-07T00:00:00Z', area: 'qingdu' }),
    issue('check', { steps: ['returned', 'closed'] }),
  ]
  const ids = (tasks: readonly { item: { id: string } }[]) => tasks.map(({ item }) => item.id)
  expect(ids(tasksIn(bundle({ issues }), [], null).rectify)).toEqual(['soon', 'late'])
  const near = tasksIn(bundle({ issues }), [], { lat: 37.1, lng: 104 })
  expect([ids(near.rectify), ids(near.verify), near.rectify[0]?.metres]).toEqual([
    ['late', 'soon'],
    ['check'],
    0,
  ])
  expect(readable(near.rectify[1]?.metres ?? 0)).toEqual({ km: '11.1' })
  const step = record({ kind: 'step', issue: 'soon', record: { kind: 'rectified' } }, 'waiting')
  const after = tasksIn(bundle({ issues }), [step], null)
  expect([ids(after.rectify), after.handled]).toEqual([['late'], 1])
  expect(ids(tasksIn(bundle({ issues }), [{ ...step, state: 'refused' }], null, 'soo').rectify)).toEqual([
    'soon',
  ])
})

test('a category is guessed from what was raised lately, a village from where one was last', () => {
  const records = [raised('ditches'), raised('piles', 'qingdu'), raised('ditches', 'qingdu')]
  expect(likelyCategories(bundle(), records).map(({ id }) => id)).toEqual(['ditches', 'piles'])
  expect([guessedCategory(bundle(), records), guessedCategory(bundle(), [])]).toEqual(['ditches', undefined])
  expect(guessedCategory(bundle({ issues: [issue('one', { category: 'ditches' })] }), [])).toBe('ditches')
  expect(guessedArea(bundle(), records, null, now)).toBe('qingdu')
  expect(guessedArea(bundle(), records, null, now + 13 * 3_600_000)).toBe('shimen')
  expect(guessedArea(bundle(), records, { lat: 37.11, lng: 104 }, now)).toBe('shimen')
})

test('an inspection ends when it is finished, never before it began, and keeps no empty words', () => {
  const begun = {
    startedAt: '2026-03-06T02:00:00Z',
    findings: [{ item: 'waste', deduction: 'pile', count: 1, note: ' ' }],
  }
  expect(finished(begun, now + 60_000)).toMatchObject({
    endedAt: '2026-03-06T02:01:00.000Z',
    findings: [{ item: 'waste', deduction: 'pile', count: 1 }],
  })
  expect(finished(begun, now - 60_000).endedAt).toBe('2026-03-06T02:00:00.000Z')
  expect(finished(begun, now).findings?.[0]).not.toHaveProperty('note')
  expect(sheetsFor(bundle(), 'shimen').map(({ id }) => id)).toEqual(['village'])
  expect(sheetsFor(bundle(), 'luyang')).toEqual([])
})

test('what a changed sheet no longer knows is found, and what a checklist still asks', () => {
  const gone = { item: 'waste', deduction: 'gone', count: 2 }
  const found = { findings: [{ item: 'waste', deduction: 'pile', count: 1 }, gone], answers: {} }
  expect(strayFindings(sheet, found)).toEqual([gone])
  expect(
    unanswered({ ...sheet, method: 'checklist' }, { findings: [], answers: { waste: 'no' } }),
  ).toMatchObject([{ key: 'water' }])
  expect(unanswered(sheet, found)).toEqual([])
})

test('an issue made of a finding takes over its words and photos as the inspection is finished', () => {
  const [item, other] = sheet.items
  const [pile, ditch] = [item?.deductions[0], other?.deductions[0]]
  if (!item || !other || !pile || !ditch) throw new Error('the sheet lacks something')
  const begun = { subject: 'shimen', startedAt: '2026-03-06T02:00:00Z' }
  const draft = issueOfFinding('visit', begun, item, pile, { count: 1 }, 'inspector')
  const made = [
    record({ kind: 'issue', record: { ...draft, category: 'piles' } }, 'draft', {
      title: titleOf('石门村', item, pile),
    }),
    record({ kind: 'issue', record: { inspection: 'visit' } }, 'draft', {
      title: titleOf('石门村', other, ditch),
    }),
  ]
  const findings = [{ item: 'waste', deduction: 'pile', count: 3, note: '路口' }]
  const visit = {
    id: 'visit',
    area: '石门村',
    record: { ...begun, endedAt: '2026-03-06T03:00:00Z', findings },
    sheet,
  }
  const photo = { id: 'p', of: 'waste/pile', sha256: 'a'.repeat(64) } as FieldPhoto
  const [first, second] = outcomes(made, visit, [photo, { ...photo, id: 'q', of: null }], 'inspector')
  expect(first).toMatchObject({
    record: {
      ...{ inspection: 'visit', category: 'piles', area: 'shimen', source: 'inspection' },
      ...{ text: '垃圾：乱堆 × 3。路口', foundAt: '2026-03-06T03:00:00Z', photos: ['p'] },
      awaiting: [{ id: 'p', sha256: 'a'.repeat(64) }],
    },
  })
  expect(second).toEqual({ id: made[1]?.id, gone: true })
})

test('one’s own steps since the last sync do not stand in the way of the next', () => {
  const seen = { id: 'one', version: 4 }
  const started = record({ kind: 'step', issue: 'one', record: { kind: 'started' } }, 'waiting')
  const synced = Date.parse('2026-03-06T01:00:00Z')
  expect(versionSeen(seen, [], synced)).toBe(4)
  expect(versionSeen(seen, [started], synced)).toBe(5)
  expect(versionSeen(seen, [{ ...started, state: 'sent', sentAt: synced + 1 }], synced)).toBe(5)
  expect(versionSeen(seen, [{ ...started, state: 'sent', sentAt: synced - 1 }], synced)).toBe(4)
  expect(versionSeen(seen, [{ ...started, state: 'refused' }], synced)).toBe(4)
})

test('a scanned address gives its code, a foreign one none', () => {
  expect(codeIn('https://xiangbang.example/field/q/Ab3_-9?x=1')).toBe('Ab3_-9')
  expect([codeIn(' Ab3x9 '), codeIn('https://elsewhere.example/q/1'), codeIn('hello world')]).toEqual([
    'Ab3x9',
    undefined,
    undefined,
  ])
})

test('what has not arrived is counted, drafts apart', () => {
  const states: SendState[] = ['draft', 'waiting', 'sending', 'refused', 'sent']
  expect(unsentIn(states.map((state) => ({ state })))).toEqual({ unsent: 3, refused: 1, drafts: 1 })
})
