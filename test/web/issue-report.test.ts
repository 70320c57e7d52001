import { expect, test } from 'vitest'
import type { Area } from '../../schema/api/areas.ts'
import type { Category } from '../../schema/api/issues.ts'
import {
  blankCategory,
  brokenContacts,
  categoryOf,
  valuesOf,
} from '../../web/console/catalogue/categories/category-values.ts'
import { lineageOf } from '../../web/console/catalogue/rules/lineage.ts'
import {
  draftIn,
  isSendable,
  issueOf,
  isWorthKeeping,
  newDraft,
  recentAfter,
} from '../../web/console/issues/report/draft.ts'
import { leadBy } from '../../worker/domain/issues/rules.ts'

const now = Date.parse('2026-03-06T10:00:00Z')
const blank = newDraft('d1', now, 'self_check', undefined)
const written = { ...blank, category: 'c1', area: 'v1', text: ' 渠边垃圾 ' }

test('a report needs category, village and words; a photo never', () => {
  expect(isSendable(blank)).toBe(false)
  expect(isSendable(written)).toBe(true)
  expect(isSendable({ ...written, text: '  ' })).toBe(false)
  expect(isSendable({ ...written, solved: true })).toBe(false)
  expect(isSendable({ ...written, solved: true, solvedNote: '当场清走' })).toBe(true)
})

test('only what was written is sent', () => {
  const found = { category: 'c1', area: 'v1', source: 'self_check', text: '渠边垃圾' }
  expect(issueOf(written)).toEqual({ ...found, foundAt: '2026-03-06T10:00:00.000Z' })
  const solved = { ...written, photos: ['p1'], solved: true, solvedNote: '清走', solvedPhotos: ['p2'] }
  expect(issueOf(solved)).toMatchObject({
    photos: ['p1'],
    solved: { note: '清走', photos: ['p2'] },
  })
})

test('a draft outlives its page; anything else in its place is no draft', () => {
  expect(draftIn(JSON.stringify(written))).toEqual(written)
  expect([null, '', '{', '7', '{"id":"x"}', '{"id":1,"text":"a"}'].map(draftIn)).toEqual(
    Array(6).fill(undefined),
  )
  expect(isWorthKeeping(blank)).toBe(false)
  expect(isWorthKeeping({ ...blank, location: '村口' })).toBe(true)
})

test('the categories chosen last come first, each once, eight at most', () => {
  expect(recentAfter(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b'])
  expect(recentAfter([...'abcdefgh'], 'x')).toEqual(['x', ...'abcdefg'])
})

const category: Category = {
  ...{ id: 'c1', name: '道路坑槽', group: 'routes', severity: 3, post: 'village_lead', active: true },
  deadline: { unit: 'working_days', amount: 2 },
  escalation: [{ afterHours: 0, post: 'deputy_lead' }],
  plan: {
    steps: ['设警示', '通知养护'],
    contacts: [{ name: '养护站 值班', phone: '0943-5521234' }],
    posts: [],
  },
}

test('a category is the same after its form was opened and saved', () => {
  const { id: _id, active: _active, ...kept } = category
  expect(categoryOf(valuesOf(category))).toEqual(kept)
  expect(categoryOf({ ...blankCategory, name: ' 乱贴 ' })).toMatchObject({
    ...{ name: '乱贴', deadline: { unit: 'same_day' }, plan: null, post: null },
  })
})

test('a contact is a name and a number', () => {
  expect(brokenContacts('王主任 13900000000\n养护站\n5521234\n')).toEqual(['养护站', '5521234'])
})

const areas = new Map(
  (
    [
      ['c', 'county', null],
      ['t1', 'township', 'c'],
      ['v1', 'village', 't1'],
    ] as const
  ).map(([id, level, parent]) => [id, { id, level, parent } as Area]),
)

test('the preview goes by the line from a village up to its township', () => {
  expect(lineageOf('v1', areas).map(({ id }) => id)).toEqual(['v1', 't1'])
  expect(lineageOf('nowhere', areas)).toEqual([])
  const rule = { id: 'r1', category: null, area: null, lead: null, assisting: [] }
  expect(leadBy([{ ...rule, level: 'township' }], 'c1', lineageOf('v1', areas))?.lead).toBe('t1')
})
