import { beforeAll, describe, expect, test } from 'vitest'
import type { Inspection, InspectionDetail, NewInspection } from '../../schema/api/inspections.ts'
import type { ScoringSheet } from '../../schema/api/scoring-sheets.ts'
import { photoUse } from '../../schema/tables/county.ts'
import { putInspection } from '../../worker/actions/inspections/put-inspection.ts'
import { newId } from '../../worker/data/new-id.ts'
import { aUnit, auditOf, clockAt } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { anInspection, aSheet, inspected, inspects, minutesAgo } from '../support/inspections.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let jingtai: TestCounty
let sheet: ScoringSheet
let inspector: Client
let township: string
let village: string
let other: string
beforeAll(async () => {
  jingtai = await aCounty('620423', 2)
  const [first, second] = jingtai.townships
  township = first?.id ?? ''
  village = jingtai.villagesOf(township)[0]?.id ?? ''
  other = jingtai.villagesOf(second?.id ?? '')[0]?.id ?? ''
  sheet = await aSheet(jingtai)
  inspector = await jingtai.member('inspector', await aUnit(jingtai, 'group-1'))
})

const placesOf = (body: unknown) => (body as { errors: { path: string }[] }).errors.map(({ path }) => path)
const countStored = async () => {
  const answer = await jingtai.office.get(jingtai.at('/inspections?limit=500'))
  return (answer.body as { items: Inspection[] }).items.length
}

test('an inspector scores a village: what was found, where, when and for which group', async () => {
  const place = { lat: 37.18, lng: 104.06, accuracy: 12.5 }
  const body = anInspection(sheet, village, 3, { place, note: '村口有积存垃圾' })
  const made = await inspected(jingtai, inspector, body)
  expect(made).toMatchObject({
    ...{ sheet: sheet.id, version: 1, subject: village, township, unit: 'group-1', purpose: 'rotation' },
    ...{ score: 94, place, note: '村口有积存垃圾', findings: body.findings, annulled: null, visit: null },
    sheetName: '村庄人居环境检查表',
    subjectName: jingtai.areas.find(({ id }) => id === village)?.name,
    of: { method: 'deductions', items: sheet.items },
    ...{ photos: [], issues: [] },
  })
  expect(await auditOf(jingtai, made.id)).toEqual(['inspection.add'])
  const nowhere = await inspected(jingtai, inspector, anInspection(sheet, village, 0))
  expect(nowhere).toMatchObject({ score: 100, place: null })
})

test('an inspection with its place is two round trips to the county’s database and one to the due clock', async () => {
  const context = await clockAt(jingtai, new Date())
  const place = { lat: 37.18, lng: 104.06, accuracy: 12.5 }
  await putInspection(context, newId(), anInspection(sheet, village, 2, { place }))
  expect(context.db.cost.trips).toBe(3)
})

test('the same again is the same inspection; another body under its id is refused', async () => {
  const id = newId()
  const body = anInspection(sheet, village, 1)
  const [first, second] = await Promise.all([
    inspects(jingtai, inspector, body, id),
    inspects(jingtai, inspector, body, id),
  ])
  expect([first.status, second.status].sort()).toEqual([200, 201])
  expect(first.body).toEqual(second.body)
  // The same instant written another way is the same instant.
  const written = { ...body, endedAt: body.endedAt.replace(/\.\d+Z$/, (ms) => `${ms.slice(0, -1)}000Z`) }
  expect((await inspects(jingtai, inspector, written, id)).status).toBe(200)
  const changed = await inspects(jingtai, inspector, { ...body, note: '改口' }, id)
  expect(changed.status).toBe(409)
  expect(changed.body).toMatchObject({ type: '/problems/id-taken' })
  // From a file that the phone handed over, and from the phone itself: once is enough.
  expect((await inspects(jingtai, jingtai.office, body, id)).status).toBe(200)
  expect((await inspects(jingtai, jingtai.office, { ...body, note: '改口' }, id)).status).toBe(409)
  expect(await auditOf(jingtai, id)).toEqual(['inspection.add'])
})

describe('what cannot be is refused with its place named, and nothing is stored:', () => {
  test.each<[string, () => Partial<NewInspection> | Record<string, unknown>, string]>([
    [
      'a deduction that is not on the sheet',
      () => ({ findings: [{ item: 'waste', deduction: 'd9', count: 1 }] }),
      'findings.0.deduction',
    ],
    ['a version there is not', () => ({ version: 7 }), 'version'],
    ['a sheet there is not', () => ({ sheet: 'nothing' }), 'version'],
    ['a place of another kind', () => ({ subject: township }), 'subject'],
    ['a village there is not', () => ({ subject: '999999999999' }), 'subject'],
    ['a group there is not', () => ({ unit: 'nobody' }), 'unit'],
    ['a place outside Earth', () => ({ place: { lat: 91, lng: 0 } }), 'place.lat'],
    ['an end before the start', () => ({ endedAt: minutesAgo(40) }), 'endedAt'],
    ['a time that is still to come', () => ({ endedAt: minutesAgo(-6) }), 'endedAt'],
    [
      'a photo nobody has uploaded',
      () => ({ findings: [{ item: 'waste', deduction: 'd2', count: 1, photos: ['nothing'] }] }),
      'findings.0.photos.0',
    ],
    [
      'a count of nothing',
      () => ({ findings: [{ item: 'waste', deduction: 'd2', count: 0 }] }),
      'findings.0.count',
    ],
    ['a field nobody asked for', () => ({ score: 100 }), ''],
  ])('%s', async (_, change, path) => {
    const before = await countStored()
    const id = newId()
    const answer = await inspects(
      jingtai,
      jingtai.office,
      { ...anInspection(sheet, village), ...change() },
      id,
    )
    expect(answer.status, answer.text).toBe(422)
    expect(placesOf(answer.body)).toEqual([path])
    expect((await jingtai.office.get(jingtai.at(`/inspections/${id}`))).status).toBe(404)
    expect(await countStored()).toBe(before)
    expect(await auditOf(jingtai, id)).toEqual([])
  })
})

test('a clock five minutes fast is forgiven', async () => {
  await inspected(jingtai, inspector, anInspection(sheet, village, 0, { endedAt: minutesAgo(-4) }))
})

test('a photo is evidence of its finding once, whoever may see the inspection sees it', async () => {
  const [litter, heap] = [
    await aPhoto(jingtai, inspector, aJpeg()),
    await aPhoto(jingtai, inspector, aJpeg()),
  ]
  const findings = [{ item: 'waste', deduction: 'd2', count: 2, note: '村口', photos: [litter] }]
  const made = await inspected(
    jingtai,
    inspector,
    anInspection(sheet, village, 0, { findings, photos: [heap, litter] }),
  )
  expect(made.photos.map(({ id, role }) => [id, role]).sort()).toEqual(
    [
      [litter, 'finding'],
      [heap, 'evidence'],
    ].sort(),
  )
  expect(made.findings).toEqual(findings)
  const foreign = await jingtai.member('inspector', await aUnit(jingtai, 'group-photos'))
  const stolen = await aPhoto(jingtai, jingtai.office, aJpeg())
  const refused = await inspects(jingtai, foreign, anInspection(sheet, village, 0, { photos: [stolen] }))
  expect([refused.status, placesOf(refused.body)]).toEqual([422, ['photos.0']])
  const uses = await jingtai.db.find(photoUse)
  expect(uses.filter(({ photo }) => photo === stolen)).toEqual([])
})

test('a checklist is answered whole', async () => {
  const links = await aSheet(jingtai, 'key-links-7')
  const answers = Object.fromEntries(
    links.items.map(({ key }, at) => [key, at % 4 === 0 ? 'no' : 'yes'] as const),
  )
  const body = { ...anInspection(links, township), answers }
  const made = await inspected(jingtai, jingtai.office, body)
  expect(made).toMatchObject({ subject: township, township, score: Math.round((10000 * 21) / 29) / 100 })
  const { town1: _, ...rest } = answers
  expect(placesOf((await inspects(jingtai, jingtai.office, { ...body, answers: rest })).body)).toEqual([
    'answers.town1',
  ])
})

test('each inspects what its role and scope allow', async () => {
  const leader = await jingtai.member('township_leader', township)
  const secretary = await jingtai.member('village_secretary', village)
  const own = await inspected(jingtai, leader, anInspection(sheet, village))
  expect(own.unit).toBe(township)
  const wrong = [
    inspects(jingtai, leader, anInspection(sheet, other)),
    inspects(jingtai, inspector, anInspection(sheet, village, 0, { unit: 'group-photos' })),
    inspects(jingtai, secretary, anInspection(sheet, village)),
  ]
  expect((await Promise.all(wrong)).map(({ status }) => status)).toEqual([403, 403, 403])
})

test('each reads what its scope reaches, the last ended first, page by page', async () => {
  const secretary = await jingtai.member('village_secretary', village)
  const leader = await jingtai.member('township_leader', township)
  const elsewhere = await inspected(
    jingtai,
    inspector,
    anInspection(sheet, other, 1, { endedAt: minutesAgo(3) }),
  )
  const { at } = jingtai
  const listed = async (by: Client, query = '') =>
    ((await by.get(at(`/inspections?limit=500${query}`))).body as { items: Inspection[] }).items
  const all = await listed(jingtai.office)
  expect(all.map(({ endedAt }) => endedAt)).toEqual(
    all
      .map(({ endedAt }) => endedAt)
      .toSorted()
      .toReversed(),
  )
  expect(new Set((await listed(secretary)).map(({ subject }) => subject))).toEqual(new Set([village]))
  expect(new Set((await listed(leader)).map((one) => one.township))).toEqual(new Set([township]))
  expect((await listed(leader, `&subject=${other}`)).length).toBe(0)
  expect((await listed(inspector, `&subject=${other}`)).map(({ id }) => id)).toContain(elsewhere.id)
  expect((await secretary.get(at(`/inspections/${elsewhere.id}`))).status).toBe(403)

  const pages: Inspection[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await jingtai.office.get(
      at(`/inspections?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`),
    )
    const page = answer.body as { items: Inspection[]; nextCursor: string | null }
    pages.push(...page.items)
    cursor = page.nextCursor
  }
  expect(pages).toEqual(all)
  const filters = [
    `&unit=group-1`,
    `&township=${township}`,
    `&sheet=${sheet.id}`,
    '&to=2020-01-01',
    '&from=2020-01-01',
  ]
  const counts = await Promise.all(filters.map(async (query) => (await listed(jingtai.office, query)).length))
  expect(counts).toEqual([
    all.filter(({ unit }) => unit === 'group-1').length,
    all.filter((one) => one.township === township).length,
    all.filter((one) => one.sheet === sheet.id).length,
    0,
    all.length,
  ])
})

test('the office annuls an inspection once, with a reason; it stays to be read', async () => {
  const made = await inspected(jingtai, inspector, anInspection(sheet, village, 1))
  const annuls = (by: Client) =>
    by.put(jingtai.at(`/inspections/${made.id}/annulment`), { reason: '走错了村' })
  expect((await annuls(inspector)).status).toBe(403)
  const answer = await annuls(jingtai.office)
  expect((answer.body as InspectionDetail).annulled).toMatchObject({ reason: '走错了村' })
  expect((await annuls(jingtai.office)).body).toMatchObject({ type: '/problems/inspection-annulled' })
  expect(await auditOf(jingtai, made.id)).toEqual(['inspection.add', 'inspection.annul'])
  expect(
    (await jingtai.office.put(jingtai.at('/inspections/nothing/annulment'), { reason: '无' })).status,
  ).toBe(404)
})
