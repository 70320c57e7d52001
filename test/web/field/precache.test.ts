import { expect, test } from 'vitest'
import { byLease, leaseFor } from '../../../web/field/sync/one-sender.ts'
import { answerFrom, fill, precached, tidy } from '../../../web/field/worker/precache.ts'
import { aPhone } from './phone.ts'

/** Caches as the browser keeps them, by name and address. */
function someCaches() {
  const kept = new Map<string, Map<string, Response>>()
  const open = async (name: string) => {
    const cache = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, cache)
    return {
      match: async (key: string) => cache.get(key),
      put: async (key: string, answer: Response) => void cache.set(key, answer),
    }
  }
  const caches = {
    open,
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (key: string) => [...kept.values()].map((cache) => cache.get(key)).find(Boolean),
  } as unknown as CacheStorage
  return { caches, kept }
}

const first = { version: '1', files: ['/static/a.js', '/static/b.js'] }
const second = { version: '2', files: ['/static/a.js', '/static/c.js'] }

test('a version fetches what it lacks, takes the rest from the one before, which goes only then', async () => {
  const { caches, kept } = someCaches()
  const asked: string[] = []
  const get = async (address: string) => {
    asked.push(address)
    return new Response(address)
  }
  await fill(caches, first, get)
  expect(asked).toEqual(['/static/a.js', '/static/b.js', '/field/'])
  asked.length = 0
  await fill(caches, second, get)
  expect(asked).toEqual(['/static/c.js', '/field/'])
  expect([...kept.keys()]).toEqual(['field-files-1', 'field-files-2'])
  await tidy(caches, second)
  expect([...kept.keys()]).toEqual(['field-files-2'])
  const page = await answerFrom(caches, '/field/', new Request('http://here/field/outbox'), second)
  expect(await page.text()).toBe('/field/')
})

test('a file that does not come is asked for a few times; without it the version is not taken', async () => {
  const { caches } = someCaches()
  let fails = 3
  const get = async (address: string) => {
    if (fails-- > 0) throw new TypeError('no network')
    return new Response(address)
  }
  await fill(caches, first, get)
  const broken = async () => new Response('', { status: 502 })
  await expect(fill(caches, second, broken)).rejects.toThrow('could not be fetched')
})

test('only the field app’s page and files are answered from the phone', () => {
  const at = (url: string, mode: RequestMode = 'no-cors', method = 'GET') =>
    precached({ url: `http://here${url}`, mode, method }, 'http://here', first)
  expect([at('/field/inspect/1', 'navigate'), at('/static/a.js')]).toEqual(['/field/', '/static/a.js'])
  const others = [
    at('/console/', 'navigate'),
    at('/static/z.js'),
    at('/api/v1/me'),
    at('/static/a.js', 'cors', 'PUT'),
  ]
  expect(others).toEqual([undefined, undefined, undefined, undefined])
  expect(
    precached({ url: 'http://there/static/a.js', mode: 'cors', method: 'GET' }, 'http://here', first),
  ).toBeUndefined()
})

test('where the browser has no locks, one sends at a time, and a lease left by the dead runs out', async () => {
  const { db, clock } = aPhone()
  const now = () => clock.now
  const done: string[] = []
  const held = await byLease(
    db,
    async () => {
      done.push('first')
      expect(await byLease(db, async () => void done.push('second'), now)).toBe(false)
    },
    now,
  )
  expect([held, done]).toEqual([true, ['first']])
  await db.write(['settings'], (tx) => tx.store.put({ holder: 'dead', until: clock.now + leaseFor }, 'lease'))
  expect(await byLease(db, async () => {}, now)).toBe(false)
  clock.now += leaseFor
  expect(await byLease(db, async () => {}, now)).toBe(true)
  // A clock that was a year ahead once must not lock the phone out for a year.
  await db.write(['settings'], (tx) => tx.store.put({ holder: 'ahead', until: clock.now + 1e10 }, 'lease'))
  expect(await byLease(db, async () => {}, now)).toBe(true)
})
