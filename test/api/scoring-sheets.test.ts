import { beforeAll, expect, test } from 'vitest'
import type { ScoringSheet, ScoringSheetDetail, SheetTemplate } from '../../schema/api/scoring-sheets.ts'
import { newId } from '../../worker/data/new-id.ts'
import { auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { anInspection, aSheet, inspected } from '../support/inspections.ts'

let jingtai: TestCounty
let village: string
beforeAll(async () => {
  jingtai = await aCounty('620423', 1)
  village = jingtai.villagesOf(jingtai.townships[0]?.id ?? '')[0]?.id ?? ''
})

const detailOf = async (id: string, query = '') => {
  const answer = await jingtai.office.get(jingtai.at(`/sheets/${id}${query}`))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as ScoringSheetDetail
}
const changes = (id: string, change: object) => jingtai.office.patch(jingtai.at(`/sheets/${id}`), change)

test('every shipped template becomes a county’s own sheet as it is', async () => {
  const { office, at } = jingtai
  const answer = await office.get(at('/sheets/templates'))
  const { items: templates } = answer.body as { items: SheetTemplate[] }
  expect(templates.map(({ key }) => key)).toContain('method-2468')
  for (const { key, about: _, ...sheet } of templates) {
    const made = await office.post(at('/sheets'), { ...sheet, template: key })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ ...sheet, template: key, version: 1, current: true, used: false })
  }
})

test('a sheet nobody has used is edited where it stands', async () => {
  const sheet = await aSheet(jingtai)
  const [first, ...rest] = sheet.items
  const items = [{ ...first, max: 30 }, ...rest]
  const answer = await changes(sheet.id, { version: 1, name: '新表', items })
  expect(answer.body).toMatchObject({ id: sheet.id, version: 1, name: '新表', items })
  expect((await detailOf(sheet.id)).versions).toHaveLength(1)
  expect(await auditOf(jingtai, sheet.id)).toEqual(['sheet.add', 'sheet.change'])
})

test('a sheet in use is frozen: editing makes the next version, and what was inspected keeps its own', async () => {
  const sheet = await aSheet(jingtai)
  const made = await inspected(jingtai, jingtai.office, anInspection(sheet, village, 2))
  expect(made.score).toBe(96)
  const [waste, ...rest] = sheet.items
  const dearer = waste?.deductions.map((one) => ({ ...one, points: 10 }))
  const answer = await changes(sheet.id, { version: 1, items: [{ ...waste, deductions: dearer }, ...rest] })
  expect(answer.body).toMatchObject({ version: 2, current: true, used: false, template: 'village-100' })

  const before = await detailOf(sheet.id, '?version=1')
  expect(before).toMatchObject({ version: 1, items: sheet.items, current: false, used: true })
  expect(before.versions.map(({ version, used }) => [version, used])).toEqual([
    [2, false],
    [1, true],
  ])
  const kept = await jingtai.office.get(jingtai.at(`/inspections/${made.id}`))
  expect(kept.body).toMatchObject({ version: 1, score: 96, of: { items: sheet.items } })
  // The older version still takes an inspection that was begun with it.
  expect((await inspected(jingtai, jingtai.office, anInspection(sheet, village, 2))).score).toBe(96)
  const newer = await inspected(
    jingtai,
    jingtai.office,
    anInspection({ id: sheet.id, version: 2 }, village, 2),
  )
  expect(newer.score).toBe(80)
})

test('two people’s edits do not cross: the second is told', async () => {
  const sheet = await aSheet(jingtai)
  await inspected(jingtai, jingtai.office, anInspection(sheet, village))
  const edits = await Promise.all(['甲表', '乙表'].map((name) => changes(sheet.id, { version: 1, name })))
  expect(edits.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await detailOf(sheet.id)).versions).toHaveLength(2)
})

test('a retired sheet is listed apart and comes back as it was', async () => {
  const { office, at } = jingtai
  const sheet = await aSheet(jingtai)
  const listed = async (query = '') => {
    const answer = await office.get(at(`/sheets?limit=500${query}`))
    return (answer.body as { items: ScoringSheet[] }).items.some(({ id }) => id === sheet.id)
  }
  expect([await listed(), await listed('&retired=true'), await listed('&subject=household')]).toEqual([
    true,
    false,
    false,
  ])
  expect((await changes(sheet.id, { version: 1, current: false })).body).toMatchObject({ current: false })
  expect([await listed(), await listed('&retired=true')]).toEqual([false, true])
  expect((await changes(sheet.id, { version: 1, current: true })).body).toMatchObject({ current: true })
  expect([await listed(), await listed('&retired=true')]).toEqual([true, false])
  expect(await auditOf(jingtai, sheet.id)).toEqual(['sheet.add', 'sheet.retire', 'sheet.restore'])
})

test('what cannot be scored with is refused, each place named, and nothing stored', async () => {
  const { office, at } = jingtai
  const item = { key: 'a', name: '甲', max: 10, deductions: [{ key: 'd', name: '每处', points: 1 }] }
  const tries = async (items: unknown[], method = 'deductions') => {
    const id = newId()
    const answer = await office.post(at('/sheets'), { id, name: '表', subject: 'village', method, items })
    expect(answer.status).toBe(422)
    expect((await office.get(at(`/sheets/${id}`))).status).toBe(404)
    return (answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path)
  }
  expect(await tries([item, { ...item, deductions: [] }])).toEqual(['items.1.key', 'items.1.deductions'])
  expect(await tries([item], 'checklist')).toEqual(['items.0.deductions'])
  expect(await tries([{ ...item, max: 0.005 }])).toEqual(['items.0.max'])
  const named = { ...item.deductions[0], category: 'nowhere' }
  expect(await tries([{ ...item, deductions: [named] }])).toEqual(['items.0.deductions.0.category'])
  const answer = await office.post(at('/sheets'), {
    name: '表',
    subject: 'village',
    method: 'deductions',
    items: [item],
    colour: 'red',
  })
  expect(answer.status).toBe(422)
})

test('the office alone writes sheets; everybody reads them', async () => {
  const { at } = jingtai
  const sheet = await aSheet(jingtai)
  const township = await jingtai.member('township_leader', jingtai.townships[0]?.id)
  expect((await township.get(at(`/sheets/${sheet.id}`))).status).toBe(200)
  expect((await township.patch(at(`/sheets/${sheet.id}`), { version: 1, current: false })).status).toBe(403)
  expect((await jingtai.office.patch(at('/sheets/nothing'), { version: 1, name: '无' })).status).toBe(404)
  expect((await changes(sheet.id, { version: 1 })).status).toBe(422)
  expect((await jingtai.office.post(at('/sheets'), { ...bare(sheet), id: sheet.id })).status).toBe(409)
})

function bare({ name, subject, method, items }: ScoringSheet) {
  return { name, subject, method, items }
}
