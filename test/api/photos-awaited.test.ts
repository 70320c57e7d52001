import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { InspectionDetail } from '../../schema/api/inspections.ts'
import type { PhotoFlag } from '../../schema/api/photos.ts'
import { photo } from '../../schema/tables/county.ts'
import { sweepPhotos, unusedFor } from '../../worker/actions/photos/sweep.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { anInspection, aSheet, inspects } from '../support/inspections.ts'
import { anIssue, detailed, raised, raises, stepped, steps, withCatalogue } from '../support/issues.ts'
import { aPhoto, officeContext, uploads } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let sheet: { id: string; version: number }
let [village, neighbour] = ['', '']
let reporter: Client
let pictures = 0
beforeAll(async () => {
  county = await aCounty()
  await withCatalogue(county)
  sheet = await aSheet(county)
  const township = county.townships[0]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  neighbour = county.villagesOf(township)[1]?.id ?? ''
  reporter = await county.member('township_reporter', township)
})

/** A photo still on the phone: its bytes, and what is said of it beforehand. */
async function onThePhone(id: string = newId()) {
  pictures += 1
  const bytes = aJpeg(200 + pictures, 20)
  return { bytes, said: { id, sha256: await sha256(bytes) } }
}

const rowOf = (id: string) => county.db.first(photo, eq(photo.id, id))
const placesOf = (body: unknown) => (body as { errors: { path: string }[] }).errors.map(({ path }) => path)

describe('photos after their record', () => {
  test('an inspection names photos that are still on the phone, which arrive later and change nothing else', async () => {
    const [heap, street] = [await onThePhone(), await onThePhone()]
    const findings = [{ item: 'waste', deduction: 'd2', count: 1, photos: [heap.said.id] }]
    const record = anInspection(sheet, village, 0, { findings, photos: [street.said.id] })
    const body = { ...record, awaiting: [heap.said, street.said] }
    const id = newId()
    const made = await inspects(county, reporter, body, id)
    expect(made.status, made.text).toBe(201)
    const shown = (made.body as InspectionDetail).photos
    expect(shown.map(({ role, awaitedSince }) => [role, typeof awaitedSince]).sort()).toEqual([
      ['evidence', 'string'],
      ['finding', 'string'],
    ])
    expect((await county.office.get(county.at(`/photos/${heap.said.id}`))).status).toBe(404)

    for (const { bytes, said } of [heap, street]) {
      expect((await uploads(county, reporter, bytes, { id: said.id })).status).toBe(201)
      expect((await uploads(county, reporter, bytes, { id: said.id })).status).toBe(200)
      expect(await rowOf(said.id)).toMatchObject({ state: 'stored', bytes: bytes.length, height: 20 })
    }
    const again = await inspects(county, reporter, body, id)
    const bare = await inspects(county, reporter, record, id)
    for (const answer of [again, bare]) {
      expect(answer.status, answer.text).toBe(200)
      expect((answer.body as InspectionDetail).photos.map(({ awaitedSince }) => awaitedSince)).toEqual([
        undefined,
        undefined,
      ])
    }
    expect((await county.office.get(county.at(`/photos/${heap.said.id}`))).bytes).toEqual(heap.bytes)
  })

  test('an issue solved on the spot, and a repair, name both their photos so', async () => {
    const [before, after, repaired] = [await onThePhone(), await onThePhone(), await onThePhone()]
    const body = anIssue(county, {
      ...{ area: village, source: 'field_visit', photos: [before.said.id] },
      solved: { note: '当场清理', photos: [after.said.id] },
      awaiting: [before.said, after.said],
    })
    const id = newId()
    expect((await raises(county, county.office, body, id)).status).toBe(201)
    expect((await raises(county, county.office, body, id)).status).toBe(200)
    await uploads(county, county.office, after.bytes, { id: after.said.id })
    const { photos } = await detailed(county, { id })
    expect(photos.map(({ role, awaitedSince }) => [role, awaitedSince !== undefined]).sort()).toEqual([
      ['after', false],
      ['before', true],
    ])

    const issue = await raised(county, { area: village, lead: village })
    const step = { kind: 'rectified' as const, photos: [repaired.said.id], awaiting: [repaired.said] }
    const stepId = newId()
    const done = await steps(county, county.office, issue, step, stepId)
    expect(done.status, done.text).toBe(200)
    await uploads(county, county.office, repaired.bytes, { id: repaired.said.id })
    const { awaiting: _, ...bare } = step
    expect((await steps(county, county.office, issue, bare, stepId)).status).toBe(200)
    expect((await detailed(county, issue)).photos.map(({ id: one }) => one)).toEqual([repaired.said.id])
  })

  test('only the bytes announced are taken, whoever brings them, and they stay the announcer’s', async () => {
    const [coming, other] = [await onThePhone(), await onThePhone()]
    const body = anIssue(county, { area: village, photos: [coming.said.id], awaiting: [coming.said] })
    expect((await raises(county, county.office, body)).status).toBe(201)
    expect((await uploads(county, county.office, other.bytes, { id: coming.said.id })).status).toBe(409)
    expect(await rowOf(coming.said.id)).toMatchObject({ state: 'awaited' })
    const { by } = (await rowOf(coming.said.id)) ?? {}
    expect((await uploads(county, reporter, coming.bytes, { id: coming.said.id })).status).toBe(201)
    expect(await rowOf(coming.said.id)).toMatchObject({ state: 'stored', by })
    expect((await uploads(county, county.office, coming.bytes, { id: coming.said.id })).status).toBe(200)
  })

  test('ids that are not announced, or that are another’s, answer alike, and nothing is kept', async () => {
    const foreign = await aPhoto(county, county.office, aJpeg(300, 20))
    const [mine, unsaid] = [await onThePhone(), await onThePhone()]
    const body = anInspection(sheet, village, 0, { photos: [mine.said.id, unsaid.said.id, foreign] })
    const taken = { id: foreign, sha256: mine.said.sha256 }
    const answer = await inspects(county, reporter, { ...body, awaiting: [mine.said, taken] })
    expect([answer.status, placesOf(answer.body)]).toEqual([422, ['photos.1', 'photos.2']])
    expect(await rowOf(mine.said.id)).toBeUndefined()
  })

  test('one that is here already serves as ever, announced or not', async () => {
    const bytes = aJpeg(301, 20)
    const id = await aPhoto(county, reporter, bytes)
    const awaiting = [{ id, sha256: await sha256(bytes) }]
    const answer = await inspects(county, reporter, {
      ...anInspection(sheet, village, 0, { photos: [id] }),
      awaiting,
    })
    expect((answer.body as InspectionDetail).photos.map(({ awaitedSince }) => awaitedSince)).toEqual([
      undefined,
    ])
  })
})

test('a photo that never comes stays announced however long, and may still come', async () => {
  const late = await onThePhone()
  const issue = await raised(county, { area: village, photos: [late.said.id], awaiting: [late.said] })
  await sweepPhotos(await officeContext(county, new Date(Date.now() + 2 * unusedFor)))
  const [shown] = (await detailed(county, issue)).photos
  expect(shown?.awaitedSince).toBeDefined()
  expect((await uploads(county, county.office, late.bytes, { id: late.said.id })).status).toBe(201)
})

test('the same picture under two areas is flagged once its bytes are here', async () => {
  const [one, two] = [await onThePhone(), await onThePhone()]
  const source = await sha256('picked from the album twice')
  const open = async () =>
    ((await county.office.get(county.at('/photos/flags'))).body as { items: PhotoFlag[] }).items
  await raised(county, { area: village, photos: [one.said.id], awaiting: [one.said] })
  const there = await raised(county, { area: neighbour, lead: neighbour })
  const step = { kind: 'rectified' as const, photos: [two.said.id], awaiting: [two.said] }
  await stepped(county, county.office, there, step)
  for (const { bytes, said } of [one, two]) {
    expect(await open()).toEqual([])
    await uploads(county, county.office, bytes, { id: said.id, query: `&source=${source}` })
  }
  const [flag] = await open()
  expect(flag?.areas.map(({ id }) => id).sort()).toEqual([village, neighbour].sort())
})
