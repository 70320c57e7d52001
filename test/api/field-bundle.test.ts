import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldBundle } from '../../schema/api/field.ts'
import { area } from '../../schema/tables/county.ts'
import { fieldBundle } from '../../worker/actions/field/field-bundle.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aGrid, bundleOf, points } from '../support/field.ts'
import { anInspection, aSheet, inspected } from '../support/inspections.ts'
import { raised, stepped, withCatalogue } from '../support/issues.ts'
import { manyIssues } from '../support/many-issues.ts'
import { aPhoto, officeContext } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let [township, village, neighbour, grid] = ['', '', '', '']
let people: Record<'inspector' | 'secretary' | 'cleaner' | 'reporter', Client>
let point = ''
let sheet: { id: string; version: number }
beforeAll(async () => {
  county = await aCounty()
  await withCatalogue(county)
  sheet = await aSheet(county)
  township = county.townships[0]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  neighbour = county.villagesOf(township)[1]?.id ?? ''
  grid = await aGrid(county, village)
  point = (await points(county, grid, ['村口垃圾箱']))[0] ?? ''
  await county.office.post(county.at('/units'), { id: 'group', name: '包抓组', kind: 'group' })
  people = {
    inspector: await county.member('inspector', 'group'),
    secretary: await county.member('village_secretary', village),
    cleaner: await county.member('grid_member', grid),
    reporter: await county.member('township_reporter', township),
  }
})

const namesOf = ({ areas }: FieldBundle) => areas.map(({ level }) => level).sort()

describe('the bundle', () => {
  test('gives an inspector the whole county, the sheets in use and the visits of its group', async () => {
    const visit = { purpose: 'blind', subject: village, unit: 'group', sheet: sheet.id, dueOn: '2099-01-01' }
    expect((await county.office.post(county.at('/visits'), visit)).status).toBe(201)
    const bundle = await bundleOf(county, people.inspector)
    expect(bundle.areas.filter(({ level }) => level === 'village')).toHaveLength(151)
    expect(bundle.areas.filter(({ level }) => level === 'township')).toHaveLength(county.townships.length)
    expect(bundle.sheets.map(({ id, version }) => ({ id, version }))).toEqual([
      { id: sheet.id, version: sheet.version },
    ])
    expect(bundle.visits.map(({ purpose, subject }) => [purpose, subject])).toEqual([['rotation', village]])
    expect(bundle.categories.length).toBeGreaterThan(5)
    expect(bundle.points).toEqual([])
  })

  test('gives a village itself with its grids and points, no sheets and nobody else’s village', async () => {
    const bundle = await bundleOf(county, people.secretary)
    expect(namesOf(bundle)).toEqual(['grid', 'township', 'village'])
    expect([bundle.sheets, bundle.visits]).toEqual([[], []])
    expect(bundle.points.map(({ id, name }) => [id, name])).toEqual([[point, '村口垃圾箱']])
  })

  test('gives a cleaner its grid, and its points to walk', async () => {
    const bundle = await bundleOf(county, people.cleaner)
    expect(namesOf(bundle)).toEqual(['grid', 'township', 'village'])
    expect(bundle.points).toHaveLength(1)
    expect(bundle.member.role).toBe('grid_member')
  })

  test('gives a township all its villages', async () => {
    const bundle = await bundleOf(county, people.reporter)
    const villages = bundle.areas.filter(({ level }) => level === 'village')
    expect(villages.map(({ id }) => id).sort()).toEqual(
      county
        .villagesOf(township)
        .map(({ id }) => id)
        .sort(),
    )
  })

  test('says where a village is once the county’s work has met it', async () => {
    const placeIn = ({ areas }: FieldBundle) => areas.find(({ id }) => id === neighbour)?.place
    expect(placeIn(await bundleOf(county, people.inspector))).toBeNull()
    for (const lat of [35.1, 35.2, 35.15]) {
      const place = { lat, lng: 107.5, accuracy: 15 }
      await inspected(county, county.office, anInspection(sheet, neighbour, 0, { place }))
    }
    expect(placeIn(await bundleOf(county, people.inspector))).toEqual({ lat: 35.15, lng: 107.5 })
    await raised(county, { area: neighbour, place: { lat: 35.15, lng: 107.52, accuracy: 5000 } })
    expect(placeIn(await bundleOf(county, people.inspector))).toEqual({ lat: 35.15, lng: 107.5 })
  })

  test('holds the issues that there is something to do about on the spot, with pictures to know them by', async () => {
    const photo = await aPhoto(county, county.office, aJpeg(400, 30))
    const small = aJpeg(32, 24)
    const copy = county.at(`/photos/${photo}/thumbnail?sha256=${await sha256(small)}`)
    expect((await county.office.send('PUT', copy, small, { 'content-type': 'image/jpeg' })).status).toBe(200)
    const large = await aPhoto(county, county.office, aJpeg(402, 30))
    const issue = await raised(county, { area: village, lead: village, photos: [photo, large] })
    const elsewhere = await raised(county, { area: neighbour, lead: neighbour })
    const idsOf = async (member: Client) => (await bundleOf(county, member)).issues.map(({ id }) => id)
    const [own] = (await bundleOf(county, people.secretary)).issues
    expect([own?.id, own?.steps]).toEqual([issue.id, ['started', 'rectified', 'deferral_asked', 'noted']])
    expect(own?.thumbnails).toEqual([
      { photo, role: 'before', url: `/api/v1${county.at(`/photos/${photo}/thumbnail`)}` },
    ])
    expect(await idsOf(people.inspector)).toEqual([])
    await stepped(county, people.secretary, issue, { kind: 'rectified' })
    expect(await idsOf(people.inspector)).toEqual([issue.id])
    expect(await idsOf(people.secretary)).not.toContain(issue.id)
    expect(await idsOf(people.reporter)).toEqual(expect.arrayContaining([issue.id, elsewhere.id]))
    const found = await raised(county, { area: village, source: 'inspection' }, people.inspector)
    expect(await idsOf(people.inspector)).toContain(found.id)
    await stepped(county, people.inspector, issue, { kind: 'closed' })
    expect(await idsOf(people.inspector)).not.toContain(issue.id)
    const revisit = {
      purpose: 'revisit',
      subject: village,
      unit: 'group',
      issue: issue.id,
      dueOn: '2099-01-01',
    }
    await county.office.post(county.at('/visits'), revisit)
    const again = (await bundleOf(county, people.inspector)).issues.find(({ id }) => id === issue.id)
    expect(again?.steps).toContain('revisited')
  })
})

describe('the entity tag', () => {
  test('stands while nothing of the bundle changes, whatever else does, and falls when something does', async () => {
    const { inspector } = people
    const first = await inspector.get(county.at('/field'))
    const tag = first.headers.get('etag') ?? ''
    const ask = (known: string) => inspector.get(county.at('/field'), { 'if-none-match': known })
    expect((await ask(tag)).status).toBe(304)
    await aPhoto(county, people.cleaner, aJpeg(401, 30))
    const meanwhile = await ask(tag)
    expect(meanwhile.status).toBe(304)
    expect((await ask(meanwhile.headers.get('etag') ?? '')).status).toBe(304)
    await county.office.patch(county.at(`/areas/${neighbour}`), { name: '改名村' })
    expect((await ask(tag)).status).toBe(200)
  })

  test('is each member’s own', async () => {
    const tag = (await people.inspector.get(county.at('/field'))).headers.get('etag') ?? ''
    const other = await people.secretary.get(county.at('/field'), { 'if-none-match': tag })
    expect(other.status).toBe(200)
  })
})

/** A picture's small copy is at most so large (640 pixels a side; measured over the demo's). */
const thumbnailBytes = 12 * 1024

test('for 500 villages and 200 issues it stays within a megabyte, its small pictures included, and is cheap', {
  timeout: 60_000,
}, async () => {
  const large = await aCounty('310115')
  const context = await officeContext(large)
  const { db } = context
  await db.write(
    db.update(
      area,
      { active: false },
      sql`${area.level} = 'village' and ${area.id} not in (select id from ${area}
        where county = ${large.id} and level = 'village' order by id limit 500)`,
    ),
  )
  await aSheet(large)
  const villages = (await bundleOf(large, large.office)).areas.filter(({ level }) => level === 'village')
  await large.office.post(large.at('/field-codes'), { areas: villages.map(({ id }) => id) })
  await manyIssues(context, 2000)
  await large.office.post(large.at('/units'), { id: 'group', name: '包抓组', kind: 'group' })
  await db.write({
    sql: sql`update issue set state = 'rectified', settled = 0 where county = ${large.id} and no <= 400`,
    decode: () => null,
  })
  const member = {
    id: newId(),
    role: 'inspector',
    scope: { kind: 'unit', id: 'group', township: null },
  } as const
  const before = { ...db.cost }
  const { etag, bundle } = await fieldBundle({ ...context, member }, undefined)
  const cost = { trips: db.cost.trips - before.trips, rowsRead: db.cost.rowsRead - before.rowsRead }
  const bytes = new TextEncoder().encode(JSON.stringify(bundle)).length
  const pictures = bundle?.issues.flatMap(({ thumbnails }) => thumbnails).length ?? 0
  const again = { ...db.cost }
  await fieldBundle({ ...context, member }, etag)
  const unchanged = { trips: db.cost.trips - again.trips, rowsRead: db.cost.rowsRead - again.rowsRead }
  console.log(JSON.stringify({ bytes, pictures, ...cost, unchanged }))
  expect([villages.length, bundle?.issues.length, bundle?.codes?.length]).toEqual([500, 200, 500])
  expect(bytes + 40 * thumbnailBytes).toBeLessThanOrEqual(1024 * 1024)
  expect(cost.trips).toBe(2)
  expect(cost.rowsRead).toBeLessThanOrEqual(5000)
  expect(unchanged.trips).toBe(1)
  expect(unchanged.rowsRead).toBeLessThanOrEqual(8)
  expect(etag).toContain(await sha256(JSON.stringify({ ...bundle, at: undefined })))
})
