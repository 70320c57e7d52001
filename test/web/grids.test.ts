import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { HandedRecord, HandOver } from '../../schema/api/hand-over.ts'
import { moved, namesIn } from '../../web/console/grids/grid/point-list.ts'
import { bringIn, stepsOf } from '../../web/console/grids/hand-over/bring-in.ts'
import { readHandOver } from '../../web/lib/hand-over.ts'
import { NotAHandOver } from '../../web/lib/not-a-hand-over.ts'
import { sha256 } from '../../web/lib/photos/sha256.ts'
import { Disconnected } from '../../web/lib/problem.ts'

afterEach(() => vi.unstubAllGlobals())

describe('points of a grid', () => {
  test('are taken from a pasted column: the first cells, trimmed, each once', () => {
    expect(namesIn('垃圾箱\t村口\r\n\r\n 水渠 \n垃圾箱\n')).toEqual(['垃圾箱', '水渠'])
    expect(namesIn('')).toEqual([])
  })

  test('move one place at a time and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })
})

const picture = strToU8('a picture')
const small = strToU8('a small picture')
const hashOf = (bytes: Uint8Array) => sha256(new Uint8Array(bytes).buffer)

async function aRecord(more: Partial<HandedRecord> = {}): Promise<HandedRecord> {
  const [hash, thumbnailSha256] = [await hashOf(picture), await hashOf(small)]
  return {
    ...{ id: 'r1', title: '石门村', madeAt: '2026-03-06T02:00:00Z', form: 1, state: 'waiting', sent: false },
    body: { kind: 'issue', record: {} },
    put: { path: 'issues/r1', body: { text: '乱堆' } },
    photos: [
      {
        ...{ id: 'p1', role: 'before', of: null, sha256: hash, thumbnailSha256, source: null },
        ...{ takenAt: '2026-03-06T01:59:00Z', place: { lat: 35.1, lng: 107.2 }, bytes: 9, position: 0 },
      },
    ],
    ...more,
  }
}

const manifestOf = (records: HandedRecord[]): HandOver => ({
  ...{ format: 'xiangbang-hand-over', version: 1, madeAt: '2026-03-06T03:00:00Z', countyName: '示范县' },
  ...{ owner: { account: 'a', member: 'm', county: 'c' }, records },
})

const fileOf = (manifest: unknown, pictures: Record<string, Uint8Array> = {}) =>
  new Blob([
    new Uint8Array(
      zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...pictures }, { level: 0 }),
    ),
  ])
const both = { 'photos/p1.jpg': picture, 'thumbnails/p1.jpg': small }

describe('a file that a phone handed over', () => {
  test('is read with its pictures', async () => {
    const record = await aRecord()
    const { manifest, picture: read } = await readHandOver(fileOf(manifestOf([record]), both))
    expect(manifest.records).toEqual([record])
    const [photo] = record.photos
    if (!photo) throw new Error('no photo')
    expect(new TextDecoder().decode(await read(photo, 'photos'))).toBe('a picture')
    const changed = await readHandOver(fileOf(manifestOf([record]), { ...both, 'photos/p1.jpg': small }))
    await expect(changed.picture(photo, 'photos')).rejects.toBeInstanceOf(NotAHandOver)
  })

  test.each([
    ['a file of another kind', new Blob(['no archive']), 'other'],
    ['an archive of something else', fileOf({ format: 'other' }), 'other'],
    ['a later version', fileOf({ ...manifestOf([]), version: 2 }), 'newer'],
    ['one that was changed', fileOf({ ...manifestOf([]), records: [{ id: 'r1' }] }), 'damaged'],
  ])('is not %s', async (_, file, why) => {
    await expect(readHandOver(file)).rejects.toMatchObject({ why })
  })
})

describe('bringing it in', () => {
  type Asked = { path: string; handedOver: string | null; body: string }
  /** The service: what it was asked, answered by path. */
  function service(answers: (path: string) => { status: number; body?: object }) {
    const asked: Asked[] = []
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      const body = init.body instanceof Blob ? await init.body.text() : String(init.body)
      asked.push({ path, handedOver: new Headers(init.headers).get('x-handed-over'), body })
      const { status, body: answer = {} } = answers(path)
      return Response.json(answer, { status })
    })
    return asked
  }
  const bring = async (record: HandedRecord, pictures: Record<string, Uint8Array> = both) => {
    let steps = 0
    const handed = await readHandOver(fileOf(manifestOf([record]), pictures))
    const outcome = await bringIn({ county: 'c', handed, step: () => steps++ }, record)
    return { outcome, steps }
  }

  test('sends the record, then its photos, and says that they were handed over', async () => {
    const record = await aRecord()
    const asked = service((path) => ({ status: path.includes('thumbnail') ? 200 : 201 }))
    const { outcome, steps } = await bring(record)
    expect(outcome).toEqual({ state: 'done', photos: 1, missing: 0 })
    expect(steps).toBe(stepsOf(record))
    expect(asked.map(({ path, body }) => [path.split('?')[0], body])).toEqual([
      ['/api/v1/counties/c/issues/r1', '{"text":"乱堆"}'],
      ['/api/v1/counties/c/photos/p1', 'a picture'],
      ['/api/v1/counties/c/photos/p1/thumbnail', 'a small picture'],
    ])
    expect(asked.every(({ handedOver }) => handedOver === 'true')).toBe(true)
    expect(asked[1]?.path).toContain('takenAt=2026-03-06T01%3A59%3A00Z&lat=35.1&lng=107.2')
  })

  test('changes nothing where the record was received before', async () => {
    service(() => ({ status: 200 }))
    expect((await bring(await aRecord())).outcome.state).toBe('known')
  })

  test('sends only the photos of what the phone had sent itself', async () => {
    const asked = service(() => ({ status: 201 }))
    expect((await bring(await aRecord({ sent: true }))).outcome).toMatchObject({ state: 'known', missing: 0 })
    expect(asked.map(({ path }) => /photos/.test(path))).toEqual([true, true])
  })

  test('keeps what was not finished for the phone', async () => {
    const asked = service(() => ({ status: 201 }))
    const draft = await aRecord({ put: null, state: 'draft' })
    expect((await bring(draft)).outcome.state).toBe('unfinished')
    expect([asked, stepsOf(draft)]).toEqual([[], 0])
  })

  test('says why a record was refused, and counts the photos that are cut off', async () => {
    const problem = {
      type: '/problems/invalid',
      title: '填写有误',
      errors: [{ path: 'area', message: '没有' }],
    }
    service(() => ({ status: 422, body: problem }))
    expect((await bring(await aRecord())).outcome).toMatchObject({
      state: 'refused',
      reason: '填写有误 · 没有',
    })
    service(() => ({ status: 201 }))
    expect((await bring(await aRecord(), {})).outcome).toEqual({ state: 'done', photos: 1, missing: 1 })
  })

  test('stops where the service is not reached, so that it can be begun again', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    await expect(bring(await aRecord())).rejects.toBeInstanceOf(Disconnected)
  })
})
