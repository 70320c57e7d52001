import { expect, test } from 'vitest'
import type { Issue, IssueDetail } from '../../schema/api/issues.ts'
import { columnsOf, stepInto, stepsFor } from '../../web/console/issues/ledger/board-steps.ts'
import {
  filtersIn,
  isNarrowed,
  paramsOf,
  queryOf,
  unnarrowed,
} from '../../web/console/issues/ledger/filters.ts'
import { picksIn, settledWith } from '../../web/console/issues/ledger/import-picks.ts'
import { sheetAddress } from '../../web/console/issues/ledger/sheet-address.ts'
import { byDue } from '../../web/console/issues/mine/by-due.ts'
import { partOf } from '../../web/console/issues/statistics/part-of.ts'
import { firstValues } from '../../web/console/issues/step/first-values.ts'
import { isComplete, noValues, stepOf } from '../../web/console/issues/step/step-fields.ts'
import { instantOf, wallClock } from '../../web/lib/wall-clock.ts'
import type { Member } from '../../worker/domain/access/can.ts'

const inAddress = (address: string) => filtersIn(new URLSearchParams(address))

test('a filter survives its address; what is as usual is left out of it', () => {
  const address = 'view=board&settled=all&category=c1&township=t1&source=drone&overdue=true&q=%E6%B8%A0'
  expect(paramsOf(inAddress(address)).toString()).toBe(address)
  expect(paramsOf(inAddress('')).toString()).toBe('')
  expect(inAddress('settled=never&state=gone&source=rumour&view=map')).toEqual(inAddress(''))
})

test('a state says by itself whether it is settled; what is settled is not asked for as overdue', () => {
  expect(queryOf(inAddress(''))).toEqual({ settled: 'false' })
  expect(queryOf(inAddress('settled=all'))).toEqual({})
  expect(queryOf(inAddress('state=closed'))).toEqual({ state: 'closed' })
  expect(queryOf(inAddress('settled=settled&overdue=true'))).toEqual({ settled: 'true' })
  expect(queryOf(inAddress(`overdue=true&q=${'长'.repeat(60)}`)).q).toHaveLength(50)
})

test('choosing open or settled narrows nothing; clearing keeps the view', () => {
  expect(isNarrowed(inAddress('settled=all&view=board'))).toBe(false)
  expect(isNarrowed(inAddress('lead=u1'))).toBe(true)
  expect(unnarrowed(inAddress('view=board&lead=u1&q=x'))).toEqual(inAddress('view=board'))
})

test('the exported sheet is that of the filter on screen', () => {
  const filter = queryOf(inAddress('township=t1&q=垃圾 堆'))
  const { pathname, searchParams } = new URL(sheetAddress('620423', filter), 'http://x')
  expect(pathname).toBe('/api/v1/counties/620423/issues/sheet')
  expect(Object.fromEntries(searchParams)).toEqual({ settled: 'false', township: 't1', q: '垃圾 堆' })
})

const issue = {
  ...{ id: 'i1', no: 7, state: 'assigned', area: 'v1', village: 'v1', township: 't1', lead: 'v1' },
  ...{ deferralTo: null, dueAt: null, measure: '清运', assisting: ['u2'], events: [] },
} as unknown as IssueDetail
const office: Member = { id: 'm1', role: 'county_admin', scope: { kind: 'county', id: null, township: null } }
const village = (id: string): Member => ({
  id: `m-${id}`,
  role: 'village_secretary',
  scope: { kind: 'village', id, township: 't1' },
})

test('a card goes only where a step leads, and only for those who may take it', () => {
  expect(stepInto(office, issue, 'rectified')).toBe('rectified')
  expect(stepInto(office, issue, 'rectifying')).toBe('started')
  expect(stepInto(office, issue, 'duplicate')).toBe('joined')
  expect(stepInto(office, issue, 'closed')).toBeUndefined()
  expect(stepInto(office, issue, 'assigned')).toBeUndefined()
  expect(stepInto(village('v1'), issue, 'rectified')).toBe('rectified')
  expect(stepInto(village('v1'), issue, 'rejected')).toBeUndefined()
  expect(stepsFor(village('v2'), { ...issue, lead: 'v3', village: 'v3', area: 'v3' })).toEqual([])
})

test('a deferral is ruled on once it has been asked for', () => {
  const asked: Issue = { ...issue, deferralTo: '2026-03-10T10:00:00.000Z' }
  expect(stepInto(office, issue, 'deferred')).toBeUndefined()
  expect(stepInto(office, asked, 'deferred')).toBe('deferred')
  expect(stepsFor(office, asked)).not.toContain('deferral_asked')
})

test('the open columns of the board end with what is closed', () => {
  expect(columnsOf('open').at(-1)).toBe('closed')
  expect(columnsOf('open')).not.toContain('rejected')
  expect(columnsOf('settled')).toEqual(['closed', 'rejected', 'duplicate'])
  expect(columnsOf('all')).toHaveLength(9)
})

test('a step asks for what it needs and sends nothing else', () => {
  expect(isComplete('rectified', noValues)).toBe(true)
  expect(isComplete('returned', noValues)).toBe(false)
  expect(isComplete('returned', { ...noValues, note: '渠边还有' })).toBe(true)
  expect(isComplete('assigned', noValues)).toBe(true)
  expect(isComplete('transferred', { ...noValues, note: '不归我村' })).toBe(false)
  expect(isComplete('deferral_asked', { ...noValues, note: '下雨', dueAt: 'soon' })).toBe(false)
  expect(isComplete('joined', noValues)).toBe(false)
  expect(isComplete('revisited', { ...noValues, good: true })).toBe(true)
  expect(isComplete('revisited', { ...noValues, good: false })).toBe(false)
  const typed = { ...noValues, note: ' 已清 ', photos: ['p1'], lead: 'u1', measure: 'x', good: true }
  expect(stepOf('rectified', typed)).toEqual({ kind: 'rectified', note: '已清', photos: ['p1'] })
  expect(stepOf('assigned', { ...typed, note: '', dueAt: '2026-03-06T18:00' })).toEqual({
    ...{ kind: 'assigned', lead: 'u1', measure: 'x' },
    dueAt: '2026-03-06T10:00:00.000Z',
  })
})

test('the clock of a form is the clock in Shanghai', () => {
  expect(wallClock('2026-03-06T20:30:00Z')).toBe('2026-03-07T04:30')
  expect(instantOf('2026-03-07T04:30')).toBe('2026-03-06T20:30:00.000Z')
  expect(instantOf('')).toBeUndefined()
})

test('a form begins with what the issue already says', () => {
  const now = Date.parse('2026-03-06T10:00:00Z')
  expect(firstValues('assigned', issue, now)).toMatchObject({
    lead: 'v1',
    assisting: ['u2'],
    measure: '清运',
  })
  expect(firstValues('rectified', issue, now)).toEqual(noValues)
  expect(firstValues('deferral_asked', issue, now).dueAt).toBe('2026-03-13T18:00')
  const asked = { ...issue, deferralTo: '2026-03-10T10:00:00.000Z' }
  expect(firstValues('deferred', asked, now).dueAt).toBe('2026-03-10T18:00')
})

test('what is due first comes first, what has no due time last', () => {
  const list = [
    { no: 1, dueAt: null },
    { no: 3, dueAt: '2026-03-06T10:00:00.000Z' },
    { no: 2, dueAt: '2026-03-06T10:00:00.000Z' },
    { no: 4, dueAt: '2026-03-05T10:00:00.000Z' },
  ]
  expect(list.sort(byDue).map(({ no }) => no)).toEqual([4, 2, 3, 1])
})

test('a rate of nothing closed is nothing', () => {
  expect(partOf(0, 0)).toBe(0)
  expect(partOf(2, 8)).toBe(0.25)
})

test('a row of an imported ledger is settled question by question, or left out', () => {
  const village = settledWith(new Map(), new Map([[7, 'v1']]), [])
  const both = settledWith(village, new Map([[7, 'pile-waste']]), [{ row: 9 }])
  expect(picksIn(both)).toEqual(['7:v1.pile-waste', '9:'])
  expect(picksIn(village)).toEqual(['7:v1'])
})
