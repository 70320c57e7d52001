import { expect, test } from 'vitest'
import { remembered, type Who } from '../../../web/field/session/who.ts'
import { lifted } from '../../../web/field/store/forms.ts'
import { ownerKey } from '../../../web/field/store/owner.ts'
import { stateOf } from '../../../web/field/store/room.ts'
import { aFile, aPhone, inspection, lin, prepare, zhao } from './phone.ts'
import { aService } from './service.ts'

const whole = { of: null, role: 'finding' } as const

test('every tap is on the phone: after a kill the drafts stand as they were last written', async () => {
  const phone = aPhone()
  const store = phone.store()
  const ids = [await store.begin(inspection('one'), 'A'), await store.begin(inspection('two'), 'B')] as const
  expect(await store.write(ids[0], inspection('one, more'), 'A2')).toBe(true)
  await store.addPhotos(ids[1], [aFile('gate')], whole)
  const again = phone.restarted().store()
  expect(await again.records()).toMatchObject([
    { id: ids[0], title: 'A2', state: 'draft', body: { record: { note: 'one, more' } } },
    { id: ids[1], title: 'B', state: 'draft', body: { record: { note: 'two' } } },
  ])
  const [photo] = await again.photos(ids[1])
  expect(photo).toMatchObject({ state: 'draft', takenAt: '2026-03-06T00:30:00Z', bytes: 4 })
  expect(await (await again.picture(photo?.id ?? '', 'whole'))?.text()).toBe('GATE')
})

test('what waits or has gone is not written any more; what waits may be taken back', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), 'A')
  await store.finish(id)
  expect(await store.write(id, inspection('too late'))).toBe(false)
  await store.discard(id)
  expect((await store.record(id))?.state).toBe('waiting')
  await store.reopen(id)
  expect(await store.write(id, inspection('in time'))).toBe(true)
  await store.finish(id)
  await phone.send(aService().transport)
  await store.reopen(id)
  expect((await store.record(id))?.state).toBe('sent')
})

test('what is thrown away can be brought back until the app is opened again', async () => {
  const phone = aPhone()
  const store = phone.store()
  const id = await store.begin(inspection(), 'A')
  await store.addPhotos(id, [aFile('gate')], whole)
  await store.discard(id)
  expect(await store.records()).toEqual([])
  await store.undiscard(id)
  expect(await store.records()).toHaveLength(1)
  await store.discard(id)
  await phone.restarted().store().resume()
  await store.undiscard(id)
  expect([await store.records(), await store.photos(id)]).toEqual([[], []])
})

test('nobody sees what another has on the same phone, and signing out counts what is left', async () => {
  const phone = aPhone()
  const [mine, theirs] = [phone.store(lin), phone.store(zhao)]
  const sent = await mine.begin(inspection(), 'A')
  await mine.addPhotos(sent, [aFile('gate')], whole)
  await mine.finish(sent)
  await mine.begin(inspection(), 'B')
  const [photo] = await mine.photos(sent)
  expect([await theirs.records(), await theirs.record(sent), await theirs.photos(sent)]).toEqual([
    [],
    undefined,
    [],
  ])
  expect(await theirs.picture(photo?.id ?? '', 'small')).toBeUndefined()
  await theirs.discard(sent)
  await theirs.removePhoto(photo?.id ?? '')
  expect(await mine.photos(sent)).toHaveLength(1)
  const memory = remembered(phone.db)
  const who = (owner: typeof lin): Who => ({ ...owner, name: '', countyName: '', expired: false })
  expect([await memory.unsent(who(lin)), await memory.unsent(who(zhao))]).toEqual([2, 0])
  // Its record has arrived, its photo has not: that is still something left.
  await phone.send(aService((sent) => (sent.path.includes('photos') ? 'lostBefore' : undefined)).transport)
  expect(await memory.unsent(who(lin))).toBe(2)
})

test('a phone that is full takes no new photo, says so, and keeps every old one', async () => {
  const phone = aPhone()
  const id = await phone.store().begin(inspection(), 'A')
  const full = phone.store(lin, {
    room: async () => ({ state: 'full', used: 1, quota: 2, persisted: false }),
  })
  expect(await full.addPhotos(id, [aFile('gate'), aFile('ditch')], whole)).toEqual([
    { name: 'gate.jpg', why: 'noRoom' },
    { name: 'ditch.jpg', why: 'noRoom' },
  ])
  expect(await full.photos(id)).toEqual([])
  expect([stateOf(0, undefined), stateOf(900e6, 1000e6), stateOf(950e6, 1000e6)]).toEqual([
    'enough',
    'enough',
    'low',
  ])
  expect([stateOf(95e9, 100e9), stateOf(986e6, 1000e6)]).toEqual(['low', 'full'])
})

test('what is no picture is not taken, the same picture once, and no more than thirty for one thing', async () => {
  const store = aPhone().store()
  const id = await store.begin(inspection(), 'A')
  const files = [aFile('not a picture'), aFile('gate'), aFile('gate')]
  expect(await store.addPhotos(id, files, whole)).toEqual([{ name: 'not a picture.jpg', why: 'notAPicture' }])
  expect(await store.photos(id)).toHaveLength(1)
  const many = Array.from({ length: 30 }, (_, at) => aFile(`photo ${at}`))
  expect(await store.addPhotos(id, many, whole)).toEqual([{ name: 'photo 29.jpg', why: 'tooMany' }])
  expect(await store.addPhotos(id, [aFile('gate')], { of: 'yard/litter', role: 'finding' })).toEqual([])
})

test('a phone killed while it shrinks a photo goes on with the file as picked, and sends nothing without it', async () => {
  const phone = aPhone()
  let reached = () => {}
  const shrinking = new Promise<void>((resolve) => {
    reached = resolve
  })
  const dying = phone.store(lin, {
    prepare: () => {
      reached()
      return new Promise(() => {})
    },
  })
  const id = await dying.begin(inspection(), 'A')
  dying.addPhotos(id, [aFile('gate')], whole)
  await shrinking
  await dying.finish(id)
  const service = aService()
  expect(await phone.send(service.transport)).toBe('done')
  expect(service.asked).toEqual([])
  const store = phone.restarted().store(lin, { prepare })
  await store.resume()
  expect(await phone.send(service.transport)).toBe('done')
  expect([...service.photos.values()]).toEqual(['GATE'])
})

test('what was sent is kept for a week, and a photo still on its way keeps its record', async () => {
  const phone = aPhone()
  const store = phone.store()
  const [gone, missing] = [await store.begin(inspection(), 'A'), await store.begin(inspection(), 'B')]
  await store.addPhotos(missing, [aFile('gate')], whole)
  for (const id of [gone, missing]) await store.finish(id)
  await phone.send(aService((sent) => (sent.path.includes('photos') ? 'lostBefore' : undefined)).transport)
  phone.clock.now += 6 * 86_400_000
  await store.resume()
  expect(await store.records()).toHaveLength(2)
  phone.clock.now += 2 * 86_400_000
  await store.resume()
  expect((await store.records()).map(({ id }) => id)).toEqual([missing])
})

test('records made after the clock was set back still come later', async () => {
  const phone = aPhone()
  const store = phone.store()
  const first = await store.begin(inspection(), 'A')
  phone.clock.now -= 3_600_000
  const second = await store.begin(inspection(), 'B')
  expect((await store.records()).map(({ id }) => id)).toEqual([first, second])
})

test('an old draft is lifted form by form; one of a newer app is left as it is', () => {
  const body = inspection('old')
  const lifts = [1, 2].map(
    (by) => (each: typeof body) =>
      ({
        ...each,
        record: { ...each.record, note: `${(each.record as { note: string }).note} ${by}` },
      }) as typeof body,
  )
  expect(lifted({ body, form: 1 }, 3, lifts)).toMatchObject({ record: { note: 'old 1 2' } })
  expect(lifted({ body, form: 2 }, 3, lifts)).toMatchObject({ record: { note: 'old 2' } })
  expect(lifted({ body, form: 3 }, 3, lifts)).toBe(body)
  expect(lifted({ body, form: 4 }, 3, lifts)).toBeUndefined()
  expect(ownerKey(lin)).toBe('lin/county')
})
