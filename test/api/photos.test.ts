import { beforeAll, describe, expect, test } from 'vitest'
import { audit, photo } from '../../schema/tables/county.ts'
import { attachPhotos } from '../../worker/actions/photos/attach.ts'
import { newId } from '../../worker/data/new-id.ts'
import { photosOf } from '../../worker/data/photos.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { anIssueRow, aPhoto, officeContext, uploads } from '../support/photos.ts'
import { aHeic, aJpeg, aPng, aWebp, holds } from '../support/pictures.ts'

let county: TestCounty
let [here, there]: [string, string] = ['', '']
let [village, neighbour]: [string, string] = ['', '']
/** A village's secretary, the neighbour's, a verifying inspector, and the other township's reporter. */
let people: { secretary: Client; neighbour: Client; inspector: Client; elsewhere: Client }
beforeAll(async () => {
  county = await aCounty()
  here = county.townships[0]?.id ?? ''
  there = county.townships[1]?.id ?? ''
  village = county.villagesOf(here)[0]?.id ?? ''
  neighbour = county.villagesOf(here)[1]?.id ?? ''
  const group = await county.office.post(county.at('/units'), { name: '督察组', kind: 'group' })
  people = {
    secretary: await county.member('village_secretary', village),
    neighbour: await county.member('village_secretary', neighbour),
    inspector: await county.member('inspector', (group.body as { id: string }).id),
    elsewhere: await county.member('township_reporter', there),
  }
})

describe('an upload', () => {
  test('is stored once: the same again changes nothing, other bytes under its id are refused', async () => {
    const id = newId()
    const first = await uploads(county, people.secretary, aJpeg(800, 600), {
      id,
      query: '&takenAt=2026-11-20T02:00:00Z&lat=37.2&lng=104.1&accuracy=8',
    })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      id,
      mime: 'image/jpeg',
      width: 800,
      height: 600,
      takenAt: '2026-11-20T02:00:00Z',
      place: { lat: 37.2, lng: 104.1, accuracy: 8 },
    })
    expect((await uploads(county, people.secretary, aJpeg(800, 600), { id })).status).toBe(200)
    expect((await uploads(county, people.secretary, aJpeg(800, 601), { id })).status).toBe(409)
    expect((await uploads(county, people.inspector, aJpeg(800, 600), { id })).status).toBe(409)
    const noted = await county.db.find(audit)
    expect(noted.filter(({ verb, target }) => verb === 'photo.upload' && target === id)).toHaveLength(1)
  })

  test('may be any of four kinds, told by its bytes and not by what it is called', async () => {
    const kinds = { 'image/jpeg': aJpeg(), 'image/png': aPng(), 'image/webp': aWebp(), 'image/heic': aHeic() }
    for (const [type, bytes] of Object.entries(kinds)) {
      expect((await uploads(county, people.secretary, bytes, { type })).status, type).toBe(201)
      const other = type === 'image/png' ? 'image/jpeg' : 'image/png'
      expect((await uploads(county, people.secretary, bytes, { type: other })).status, type).toBe(415)
    }
  })

  const page = Uint8Array.from(Buffer.from('<html><script>alert(1)</script></html>'))
  const bad: [string, Uint8Array<ArrayBuffer>, string, number][] = [
    ['a page that says it is a photo', page, '', 415],
    ['50,000 × 50,000 pixels', aPng(50_000, 50_000), '', 422],
    ['a photo cut off', aJpeg().slice(0, -2), '', 422],
    ['a photo that did not arrive whole', aJpeg(), `&hash=${'0'.repeat(64)}`, 422],
    ['a place outside Earth', aJpeg(), '&lat=97&lng=10', 422],
    ['half a place', aJpeg(), '&lat=37', 422],
    ['a time to come', aJpeg(), '&takenAt=2999-01-01T00:00:00Z', 422],
    ['something unknown', aJpeg(), '&colour=red', 422],
    ['nothing at all', new Uint8Array(), '', 415],
  ]
  test.for(bad)('%s is refused and leaves nothing', async ([, bytes, more, status]) => {
    const id = newId()
    const hash = /&hash=(\w+)/.exec(more)?.[1]
    const query = more.replace(/&hash=\w+/, '')
    const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
    const answer = await uploads(county, people.secretary, bytes, { id, type, query, ...(hash && { hash }) })
    expect(answer.status).toBe(status)
    expect((await county.db.find(photo)).map((row) => row.id)).not.toContain(id)
    expect((await people.secretary.get(county.at(`/photos/${id}`))).status).toBe(404)
  })

  test('has a limit of its own, and so have its copies', async () => {
    const large = aJpeg(10, 10, {}, 'x'.repeat(3_000_000))
    const id = await aPhoto(county, people.secretary, large)
    const send = async (path: string, bytes: Uint8Array<ArrayBuffer>) =>
      (
        await people.secretary.send(
          'PUT',
          county.at(`/photos/${id}${path}?sha256=${await sha256(bytes)}`),
          bytes,
          { 'content-type': 'image/jpeg' },
        )
      ).status
    expect(await send('/derivative', large)).toBe(413)
    expect(await send('/thumbnail', aJpeg(10, 10, {}, 'x'.repeat(60_001)))).toBe(413)
    expect(await send('/thumbnail', aJpeg(641, 10))).toBe(422)
    expect(await send('', new Uint8Array(10_000_001))).toBe(413)
  })
})

describe('a photo that is evidence of an issue', () => {
  const original = aJpeg(1000, 700, { exif: 'GPS 37.18', comment: 'my phone' })
  let id: string
  beforeAll(async () => {
    id = await aPhoto(county, people.secretary, original)
    const about = await anIssueRow(county, village, here)
    const context = await officeContext(county)
    await context.db.write(
      ...(await attachPhotos(context, { target: 'issue', targetId: about, area: village, role: 'before' }, [
        id,
      ])),
    )
    const shown = (await photosOf(context.db, 'issue', [about, 'none'])).get(about)
    expect(shown).toMatchObject([
      { id, role: 'before', width: 1000, url: `/api/v1${county.at(`/photos/${id}`)}` },
    ])
  })
  const sees = async (client: Client, path = '') => {
    const answer = await client.get(county.at(`/photos/${id}${path}`))
    return answer.status === 200 ? (holds(answer.bytes, 'GPS') ? 'original' : 'copy') : answer.status
  }

  test('is seen whole by the office, who took it and who verifies, without metadata by others, not by strangers', async () => {
    const leader = await county.member('county_leader')
    expect(await sees(county.office)).toBe('original')
    expect(await sees(people.secretary)).toBe('original')
    expect(await sees(people.inspector)).toBe('original')
    expect(await sees(leader)).toBe('copy')
    expect(await sees(people.neighbour)).toBe(404)
    expect(await sees(people.elsewhere)).toBe(404)
    expect(await sees(leader, '/thumbnail')).toBe('copy')
    expect(await sees(people.elsewhere, '/thumbnail')).toBe(404)
    expect((await county.office.get(county.at(`/photos/${id}x`))).status).toBe(404)
  })

  test('is served as what it is and nothing else, and kept by the browser only while it may be', async () => {
    const answer = await county.office.get(county.at(`/photos/${id}`))
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="photo-${id}.jpeg"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    })
    const again = await county.office.get(county.at(`/photos/${id}`), {
      'if-none-match': answer.headers.get('etag') ?? '',
    })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const stranger = await people.elsewhere.get(county.at(`/photos/${id}`), {
      'if-none-match': answer.headers.get('etag') ?? '',
    })
    expect(stranger.status).toBe(404)
  })

  test('takes copies from its uploader alone, stores them without metadata and keeps the first', async () => {
    const send = async (client: Client, path: string, bytes: Uint8Array<ArrayBuffer>) =>
      client.send('PUT', county.at(`/photos/${id}/${path}?sha256=${await sha256(bytes)}`), bytes, {
        'content-type': 'image/jpeg',
      })
    const [small, middle] = [aJpeg(320, 224, { exif: 'GPS 37.18' }), aJpeg(900, 630, { exif: 'GPS 37.18' })]
    expect((await send(people.inspector, 'thumbnail', small)).status).toBe(404)
    expect((await send(people.secretary, 'thumbnail', small)).body).toMatchObject({
      thumbnail: true,
      derivative: false,
    })
    expect((await send(people.secretary, 'thumbnail', small)).status).toBe(200)
    expect((await send(people.secretary, 'thumbnail', aJpeg(300, 200))).status).toBe(409)
    expect((await send(people.secretary, 'derivative', middle)).body).toMatchObject({ derivative: true })
    const leader = await county.member('county_leader')
    expect((await leader.get(county.at(`/photos/${id}`))).bytes).toEqual(aJpeg(900, 630))
    expect((await county.office.get(county.at(`/photos/${id}/thumbnail`))).bytes).toEqual(aJpeg(320, 224))
    expect((await county.office.get(county.at(`/photos/${id}`))).bytes).toEqual(original)
  })
})
