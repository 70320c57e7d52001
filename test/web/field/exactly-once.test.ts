import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Body } from '../../../web/field/store/records.ts'
import { aFile, aPhone, inspection, issue, step } from './phone.ts'
import { aService, Died, type Fate } from './service.ts'

type Fated = Fate | 'diesBefore' | 'diesAfter'
type Made = { kind: 'inspection' | 'issue' | 'step'; photos: number; finished: boolean }
type Turn = { make: Made } | { send: number }

const fates = fc.constantFrom<Fated>(
  ...([undefined, undefined, undefined, 'lostBefore', 'lostAfter', 'diesBefore', 'diesAfter'] as const),
)
const troubles = fc.constantFrom<Fated>(
  ...([undefined, { status: 500, code: 'unexpected' }, { status: 429, code: 'locked' }] as const),
  ...([{ status: 200, body: '<html>portal</html>' }, 'lostAfter', 'diesAfter'] as const),
)
const made = fc.record({
  kind: fc.constantFrom('inspection' as const, 'issue' as const, 'step' as const),
  photos: fc.nat(2),
  finished: fc.boolean(),
})
const turns = fc.array(fc.oneof(fc.record({ make: made }), fc.record({ send: fc.nat(12) })), {
  minLength: 1,
  maxLength: 14,
})

/** Lives a day of drops and kills; answers what was made and what the service has in the end. */
async function live(day: readonly Turn[], fated: readonly Fated[]) {
  let phone = aPhone()
  let store = phone.store()
  let asked = 0
  let healed = false
  const service = aService(() => (healed ? undefined : fated[asked++ % Math.max(1, fated.length)]))
  const finished: string[] = []
  const drafts: string[] = []
  const bodies = new Map<string, Body>()
  for (const turn of day) {
    phone.clock.now += 1000
    if ('make' in turn) {
      const { kind, photos, finished: whole } = turn.make
      const note = `note ${bodies.size}`
      const body =
        kind === 'inspection' ? inspection(note) : kind === 'issue' ? issue(note) : step('known', note)
      const id = await store.begin(body, note)
      bodies.set(id, body)
      const files = Array.from({ length: photos }, (_, at) => aFile(`${note} photo ${at}`))
      await store.addPhotos(id, files, { of: null, role: 'evidence' })
      if (whole) await store.finish(id)
      ;(whole ? finished : drafts).push(id)
    } else {
      for (let at = 0; at < turn.send; at++) {
        const ended = await phone.send(service.transport).catch((error: unknown) => {
          if (!(error instanceof Died)) throw error
          return 'died' as const
        })
        if (ended === 'died') {
          phone = phone.restarted()
          store = phone.store()
          await store.resume()
        }
        if (ended === 'done') break
      }
    }
  }
  healed = true
  expect(await phone.send(service.transport)).toBe('done')
  return { store, service, finished, drafts, bodies }
}

async function expectWhole({ store, service, finished, drafts, bodies }: Awaited<ReturnType<typeof live>>) {
  const photos = (await Promise.all(finished.map(store.photos))).flat()
  expect([...service.effects].sort()).toEqual([...finished, ...photos.map(({ id }) => id)].sort())
  for (const { id, sha256 } of photos)
    expect([id, service.photos.has(id), sha256]).toEqual([id, true, expect.any(String)])
  expect(service.thumbnails.size).toBe(photos.length)
  for (const id of finished) {
    expect(service.bodyOf(id)).toMatchObject(wordsOf(bodies.get(id)))
    expect((await store.record(id))?.state).toBe('sent')
  }
  for (const id of drafts) {
    expect(await store.record(id)).toMatchObject({ state: 'draft', body: bodies.get(id) })
    for (const photo of await store.photos(id)) expect(await store.picture(photo.id, 'whole')).toBeDefined()
  }
}

function wordsOf(body: Body | undefined): Record<string, unknown> {
  const { note, text } = (body?.record ?? {}) as { note?: string; text?: string }
  return { ...(note !== undefined && { note }), ...(text !== undefined && { text }) }
}

test('whatever is dropped and whenever the phone dies, each record and photo has effect once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(turns, fc.array(fates, { minLength: 1, maxLength: 30 }), async (day, fated) => {
      const lived = await live(day as Turn[], fated)
      await expectWhole(lived)
      const arrived = lived.service.effects.filter((id) => lived.finished.includes(id))
      expect(arrived).toEqual(lived.finished)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('a service that stumbles, throttles or is a portal loses nothing either, and steps stay in order', async () => {
  await fc.assert(
    fc.asyncProperty(turns, fc.array(troubles, { minLength: 1, maxLength: 30 }), async (day, fated) => {
      const lived = await live(day as Turn[], fated)
      await expectWhole(lived)
      const isStep = (id: string) => lived.bodies.get(id)?.kind === 'step'
      expect(lived.service.effects.filter(isStep)).toEqual(lived.finished.filter(isStep))
    }),
    { numRuns: 60 },
  )
}, 60_000)
