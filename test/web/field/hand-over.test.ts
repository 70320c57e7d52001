import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { HandOver } from '../../../schema/api/hand-over.ts'
import { aFile, aPhone, hashOf, inspection, lin, step, zhao } from './phone.ts'
import { aService } from './service.ts'

const whole = { of: null, role: 'finding' } as const

/** A phone with a finished visit, a draft and one whose photo alone is missing still. */
async function aLoadedPhone() {
  const phone = aPhone()
  const store = phone.store()
  const half = await store.begin(inspection('half sent'), '半村')
  await store.addPhotos(half, [aFile('half')], whole)
  await store.finish(half)
  const service = aService((sent) => (sent.path.includes('photos') ? 'lostBefore' : undefined))
  await phone.send(service.transport)
  const done = await store.begin(inspection('done'), '芦阳村')
  await store.addPhotos(done, [aFile('gate'), aFile('ditch')], whole)
  await store.finish(done)
  const draft = await store.begin(step('known', 'not yet'), '问题')
  return { phone, store, half, done, draft }
}

async function manifestOf(file: Blob) {
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
  return {
    files,
    manifest: HandOver.parse(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))),
  }
}

test('everything not acknowledged goes into one file: records as they are sent, photos as they are', async () => {
  const { store, half, done, draft } = await aLoadedPhone()
  const { files, manifest } = await manifestOf(await store.handOver())
  expect(manifest).toMatchObject({ owner: lin, countyName: '景泰县' })
  expect(manifest.records.map(({ id, state, sent }) => [id, state, sent])).toEqual([
    [half, 'waiting', true],
    [done, 'waiting', false],
    [draft, 'draft', false],
  ])
  const [, visit, unfinished] = manifest.records
  expect(visit?.put).toMatchObject({
    path: `inspections/${done}`,
    body: { note: 'done', awaiting: [{}, {}] },
  })
  expect(unfinished?.put).toBeNull()
  for (const { id, sha256, thumbnailSha256 } of manifest.records.flatMap(({ photos }) => photos)) {
    expect(hashOf(files[`photos/${id}.jpg`] ?? '')).toBe(sha256)
    expect(hashOf(files[`thumbnails/${id}.jpg`] ?? '')).toBe(thumbnailSha256)
  }
})

test('another phone takes it over and sends it; taken over twice, or sent by both phones, it has effect once', async () => {
  const { phone, store, half, done, draft } = await aLoadedPhone()
  const file = await store.handOver()
  const other = aPhone()
  const theirs = other.store()
  expect(await theirs.takeOver(file)).toEqual({ records: 3, photos: 3, known: 0 })
  expect(await theirs.takeOver(file)).toEqual({ records: 0, photos: 0, known: 3 })
  const service = aService()
  service.records.set(
    `inspections/${half}`,
    JSON.stringify((await manifestOf(file)).manifest.records[0]?.put?.body),
  )
  expect(await other.send(service.transport)).toBe('done')
  expect(await phone.send(service.transport)).toBe('done')
  expect(service.effects.filter((id) => id === done)).toEqual([done])
  expect(new Set(service.effects).size).toBe(service.effects.length)
  expect([...service.photos.values()].sort()).toEqual(['DITCH', 'GATE', 'HALF'])
  expect(await theirs.record(draft)).toMatchObject({ state: 'draft', body: { record: { note: 'not yet' } } })
})

test('what is damaged, from another county, of a newer app or no such file is refused whole', async () => {
  const { store } = await aLoadedPhone()
  const { files, manifest } = await manifestOf(await store.handOver())
  const packed = (change: object, other: Record<string, Uint8Array> = {}) =>
    new Blob([
      zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...change })), ...other }),
    ])
  const other = aPhone().store()
  const photo = Object.keys(files).find((name) => name.startsWith('photos/')) ?? ''
  const cases: [string, Blob][] = [
    ['damaged', packed({}, { [photo]: strToU8('other bytes') })],
    ['damaged', packed({ records: 'none' })],
    ['otherCounty', packed({ owner: { ...zhao, county: 'elsewhere' } })],
    ['newer', packed({ version: 2 })],
    ['newer', packed({ records: manifest.records.map((record) => ({ ...record, form: 99 })) })],
    ['other', packed({ format: 'something' })],
    ['other', new Blob(['no archive'])],
  ]
  for (const [why, file] of cases) await expect(other.takeOver(file)).rejects.toMatchObject({ why })
  expect(await other.records()).toEqual([])
  expect(await other.takeOver(packed({}))).toMatchObject({ records: 3 })
})
