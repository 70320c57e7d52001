import { expect, test } from 'vitest'
import type { FieldRecord } from '../../../web/field/store/records.ts'
import { aFile, aPhone, hashOf, inspection, issue, lin, step, zhao } from './phone.ts'
import { aService } from './service.ts'

const statesOf = (records: readonly FieldRecord[]) => records.map(({ state }) => state)

test('records go in the order they were made, then their photos, announced by their hashes', async () => {
  const phone = aPhone()
  const store = phone.store()
  const first = await store.begin(inspection('one'), '芦阳村')
  const second = await store.begin(inspection('two'), '响水村')
  await store.addPhotos(first, [aFile('gate'), aFile('ditch')], { of: 'yard/litter', role: 'finding' })
  await store.addPhotos(first, [aFile('whole')], { of: null, role: 'finding' })
  await store.finish(second)
  await store.finish(first)
  const service = aService()
  expect(await phone.send(service.transport)).toBe('done')
  const photos = await store.photos(first)
  expect(service.effects).toEqual([first, second, ...photos.map(({ id }) => id)])
  expect([...service.photos.values()]).toEqual(['GATE', 'DITCH', 'WHOLE'])
  expect([...service.thumbnails.values()]).toEqual(['gate', 'ditc', 'whol'])
  const [gate, ditch, whole] = photos.map(({ id }) => id)
  expect(service.bodyOf(first)).toMatchObject({
    findings: [{ item: 'yard', deduction: 'litter', count: 1, photos: [gate, ditch] }],
    photos: [whole],
    awaiting: [
      { id: gate, sha256: hashOf('GATE') },
      { id: ditch, sha256: hashOf('DITCH') },
      { id: whole, sha256: hashOf('WHOLE') },
    ],
  })
  expect(service.bodyOf(second)).not.toHaveProperty('awaiting')
  const sent = service.asked[0]?.headers
  expect(sent).toMatchObject({ 'x-member': 'member-lin', 'x-device-time': '2026-03-06T01:00:00.000Z' })
  expect(statesOf(await store.records())).toEqual(['sent', 'sent'])
  // Acknowledged: the small copy stays to be seen, the whole makes room.
  expect(await (await store.picture(gate ?? '', 'whole'))?.text()).toBe('gate')
})

test('an answer that got lost is asked for again and has effect once; the next attempt waits twice as long', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), '芦阳村')
  await store.finish(id)
  const service = aService((_, nth) => (nth === 0 ? 'lostBefore' : nth === 1 ? 'lostAfter' : undefined))
  expect(await phone.send(service.transport)).toBe('later')
  const once = await store.record(id)
  expect(once).toMatchObject({ state: 'waiting', attempts: 1, nextAt: phone.clock.now + 1500 })
  expect(await phone.send(service.transport)).toBe('later')
  expect(await store.record(id)).toMatchObject({ attempts: 2, nextAt: phone.clock.now + 3000 })
  expect(await phone.send(service.transport)).toBe('done')
  expect(service.effects).toEqual([id])
})

test('a refused record says why, holds nobody up, can be mended and sent again', async () => {
  const phone = aPhone()
  const store = phone.store()
  const ids = [await store.begin(inspection('too long'), 'A'), await store.begin(inspection(), 'B')] as const
  for (const id of ids) await store.finish(id)
  const service = aService((sent) =>
    typeof sent.body === 'string' && sent.body.includes('too long')
      ? { status: 422, code: 'invalid' }
      : undefined,
  )
  expect(await phone.send(service.transport)).toBe('done')
  expect(await store.record(ids[0])).toMatchObject({
    state: 'refused',
    refusal: { status: 422, code: 'invalid', title: '没有收下', errors: [{ path: 'note', message: '太长' }] },
  })
  expect((await store.record(ids[1]))?.state).toBe('sent')
  await store.reopen(ids[0])
  expect(await store.write(ids[0], inspection('short'))).toBe(true)
  await store.finish(ids[0])
  expect(await phone.send(service.transport)).toBe('done')
  expect(service.bodyOf(ids[0])).toMatchObject({ note: 'short' })
})

test('steps of one issue stay in order behind a refused one; those of others go', async () => {
  const phone = aPhone()
  const store = phone.store()
  const ids: string[] = []
  for (const body of [step('one', 'won by another'), step('one', 'later'), step('two')])
    ids.push(await store.begin(body, ''))
  const [lost = '', held = '', other = ''] = ids
  await store.addPhotos(lost, [aFile('after')], { of: null, role: 'after' })
  for (const id of ids) await store.finish(id)
  const overtaken = aService((sent) =>
    sent.path.includes(lost) ? { status: 409, code: 'issue-moved-on' } : undefined,
  )
  expect(await phone.send(overtaken.transport)).toBe('done')
  expect(overtaken.effects).toEqual([other])
  expect(await store.record(lost)).toMatchObject({ state: 'refused', refusal: { code: 'issue-moved-on' } })
  const [photo] = await store.photos(lost)
  expect(await (await store.picture(photo?.id ?? '', 'whole'))?.text()).toBe('AFTER')
  // Its owner gives it up: what was behind it goes.
  await store.discard(lost)
  const service = aService()
  await phone.send(service.transport)
  expect(service.effects).toEqual([held])
  expect(service.bodyOf(held)).toMatchObject({
    kind: 'noted',
    deviceAt: expect.stringMatching(/^2026-03-06T01:00:00/),
  })
})

test('an issue goes after the visit it was found on, a step after the issue it belongs to', async () => {
  const phone = aPhone()
  const store = phone.store()
  const visit = await store.begin(inspection(), '')
  const found = await store.begin(issue('rubbish', visit), '')
  const noted = await store.begin(step(found), '')
  await store.finish(noted)
  await store.finish(found)
  const service = aService()
  await phone.send(service.transport)
  expect(service.effects).toEqual([])
  await store.finish(visit)
  await phone.send(service.transport)
  expect(service.effects).toEqual([visit, found, noted])
})

test('what the service fails over thrice lets the others go first, and is still tried', async () => {
  const phone = aPhone()
  const store = phone.store()
  const hard = await store.begin(inspection('hard'), '')
  const easy = await store.begin(inspection('easy'), '')
  await store.finish(hard)
  await store.finish(easy)
  let broken = true
  const service = aService((sent) =>
    broken && sent.path.includes(hard) ? { status: 500, code: 'unexpected' } : undefined,
  )
  for (const expected of [[], [], [], [easy]]) {
    expect(await phone.send(service.transport)).toBe('later')
    expect(service.effects).toEqual(expected)
  }
  broken = false
  expect(await phone.send(service.transport)).toBe('done')
  expect(service.effects).toEqual([easy, hard])
})

test('only the service’s own word counts: a portal’s page acknowledges and refuses nothing', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), '')
  await store.finish(id)
  const portal = [
    { status: 200, body: '<html>Please log in</html>' },
    { status: 200, body: { id: 'somebody else' } },
    { status: 404, body: '<html>no such page</html>' },
    { status: 403, body: { error: 'blocked' } },
    { status: 401, body: 'proxy' },
  ]
  for (const answer of portal) {
    expect(await phone.send(aService(() => answer).transport)).toBe('later')
    expect((await store.record(id))?.state).toBe('waiting')
  }
  expect(await phone.send(aService().transport)).toBe('done')
})

test('a session that has ended stops the sending and loses nothing; a wait that is asked for is kept', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), '')
  await store.finish(id)
  expect(await phone.send(aService(() => ({ status: 401, code: 'signed-out' })).transport)).toBe('signedOut')
  expect(await store.record(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  const busy = aService(() => ({ status: 429, code: 'locked', retryAfter: '120' }))
  expect(await phone.send(busy.transport)).toBe('later')
  expect(await store.record(id)).toMatchObject({ state: 'waiting', nextAt: phone.clock.now + 120_000 })
})

test('nobody’s records are sent as another’s, nor under a form this app does not know', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), '')
  await store.finish(id)
  const service = aService()
  expect(await phone.send(service.transport, zhao)).toBe('done')
  expect(await phone.send(service.transport, lin, { mine: () => false })).toBe('left')
  expect(service.asked).toEqual([])
  await phone.db.write(['records'], async (tx) => {
    const record = await tx.store.get(['lin/county', id])
    if (record) await tx.store.put({ ...record, form: 99 })
  })
  expect(await phone.send(service.transport)).toBe('done')
  expect(await store.record(id)).toMatchObject({ state: 'refused', refusal: { code: 'app-too-old' } })
  expect(service.asked).toEqual([])
})

test('a photo whose small copy failed is not uploaded twice, and one that was damaged on the way is', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), '')
  await store.addPhotos(id, [aFile('gate')], { of: null, role: 'finding' })
  await store.finish(id)
  const fates = [undefined, { status: 422, code: 'photo-hash' }, undefined, 'lostBefore'] as const
  const service = aService((_, nth) => fates[nth])
  for (const end of ['later', 'later', 'done']) expect(await phone.send(service.transport)).toBe(end)
  const uploads = service.asked.map(({ path }) =>
    /thumbnail/.test(path) ? 'small' : /photos/.test(path) ? 'whole' : 'record',
  )
  expect(uploads).toEqual(['record', 'whole', 'whole', 'small', 'small'])
  expect(await store.photos(id)).toMatchObject([{ state: 'sent', progress: 1 }])
})
