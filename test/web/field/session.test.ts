import { afterEach, expect, test, vi } from 'vitest'
import { openSession } from '../../../web/field/session/open-session.ts'
import { Changes } from '../../../web/field/store/changes.ts'
import { fieldSending } from '../../../web/field/sync/field-sending.ts'
import { aPhone, inspection } from './phone.ts'
import { answered, aService } from './service.ts'

afterEach(() => vi.unstubAllGlobals())

type Account = { id: string; counties: string[] }
const lin: Account = { id: 'lin', counties: ['county'] }
const zhao: Account = { id: 'zhao', counties: ['county'] }
const both: Account = { id: 'both', counties: ['county', 'other'] }

/** The part of the service that knows accounts; `signedIn` is whose cookie the browser has. */
function accounts(known: Account[]) {
  const state = { signedIn: undefined as Account | undefined, reachable: true }
  const json = (status: number, body: unknown) => Response.json(body, { status })
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body }: RequestInit = {}) => {
    if (!state.reachable) throw new TypeError('no network')
    if (method === 'POST') {
      state.signedIn = known.find(({ id }) => id === JSON.parse(String(body)).login)
      return state.signedIn ? json(201, {}) : json(401, { type: '/problems/wrong-password', status: 401 })
    }
    if (method === 'DELETE') {
      state.signedIn = undefined
      return new Response(null, { status: 204 })
    }
    if (!state.signedIn || !address.endsWith('/me'))
      return json(401, { type: '/problems/signed-out', status: 401 })
    const { id, counties } = state.signedIn
    const county = (each: string) => ({ id: each, code: each, name: `${each} name`, status: 'approved' })
    const memberships = counties.map((each) => ({
      id: `${id}-${each}`,
      county: county(each),
      role: 'inspector',
      scope: {},
    }))
    return json(200, { account: { id, login: id, name: `Name of ${id}`, platform: false }, memberships })
  })
  return state
}

test('who signed in last opens the app without signal; an ended session keeps them and is taken up again', async () => {
  const { db } = aPhone()
  const service = accounts([lin])
  const first = await openSession(db)
  await first.signIn('lin', 'x')
  expect(first.current()).toMatchObject({
    owner: { account: 'lin', county: 'county', member: 'lin-county' },
    ...{ name: 'Name of lin', countyName: 'county name', expired: false },
  })
  service.reachable = false
  const offline = await openSession(db)
  await offline.check()
  expect(offline.current()).toMatchObject({ owner: { account: 'lin' }, expired: false })
  service.reachable = true
  service.signedIn = undefined
  await offline.check()
  expect(offline.current()).toMatchObject({ owner: { account: 'lin' }, expired: true })
  await expect(offline.signIn('nobody', 'x')).rejects.toMatchObject({ status: 401 })
  await offline.signIn('lin', 'x')
  expect(offline.current().expired).toBe(false)
})

test('another who signs in on the same phone is the one at work; the first finds theirs again', async () => {
  const phone = aPhone()
  accounts([lin, zhao])
  const session = await openSession(phone.db)
  await session.signIn('lin', 'x')
  const [owner] = [session.current().owner]
  if (!owner) throw new Error('nobody')
  await phone.store(owner).begin(inspection(), 'A')
  expect(await session.unsent()).toBe(1)
  await session.signIn('zhao', 'x')
  expect([session.current().owner?.account, await session.unsent()]).toEqual(['zhao', 0])
  await session.signIn('lin', 'x')
  expect([session.current().owner?.account, await session.unsent()]).toEqual(['lin', 1])
})

test('signed out without signal, the service hears of it later, and nobody else loses a session by it', async () => {
  const { db } = aPhone()
  const service = accounts([lin, zhao])
  const session = await openSession(db)
  await session.signIn('lin', 'x')
  service.reachable = false
  await session.signOut()
  expect(session.current()).toMatchObject({ owner: undefined, name: '' })
  service.reachable = true
  await session.check()
  expect([service.signedIn, session.current().owner]).toEqual([undefined, undefined])
  await session.signIn('lin', 'x')
  service.reachable = false
  await session.signOut()
  service.reachable = true
  service.signedIn = zhao
  await session.check()
  expect([service.signedIn, session.current().owner?.account]).toEqual([zhao, 'zhao'])
})

test('a member of several counties chooses one, and is there again the next time', async () => {
  const { db } = aPhone()
  accounts([both])
  const session = await openSession(db)
  await session.signIn('both', 'x')
  expect([session.current().owner, session.current().choices.length]).toEqual([undefined, 2])
  await session.choose('both-other')
  expect(session.current().owner?.county).toBe('other')
  await session.signOut()
  await session.signIn('both', 'x')
  expect(session.current().owner?.county).toBe('other')
})

test('sending stops with the session and goes on after sign-in, by itself after a failure, and then asks for the news', async () => {
  const phone = aPhone()
  const service = accounts([lin])
  const session = await openSession(phone.db)
  await session.signIn('lin', 'x')
  const { owner } = session.current()
  if (!owner) throw new Error('nobody')
  const store = phone.store(owner)
  const id = await store.begin(inspection(), 'A')
  await store.finish(id)
  const answers = ['signedOut', 'lost', 'fine']
  const bundle = { county: { id: 'county' }, member: { id: 'lin-county' }, areas: [], sheets: [], issues: [] }
  const fine = aService(() => {
    const now = answers.shift()
    return now === 'signedOut'
      ? { status: 401, code: 'signed-out' }
      : now === 'lost'
        ? 'lostAfter'
        : undefined
  })
  let ring = () => {}
  let waits = 0
  const sending = fieldSending({
    ...{ db: phone.db, changes: new Changes(), session, progress: new Map(), now: () => phone.clock.now },
    ...{ random: () => 0.5, offline: () => false },
    transport: async (sent) =>
      sent.method === 'GET' ? answered(200, bundle, { etag: '"1"' }) : fine.transport(sent),
    timer: (back, ms) => {
      ring = back
      waits = ms
      return () => {}
    },
  })
  service.signedIn = undefined
  await sending.wake()
  expect([session.current().expired, (await store.record(id))?.state]).toEqual([true, 'waiting'])
  await sending.wake()
  expect(fine.asked).toHaveLength(1)
  await session.signIn('lin', 'x')
  await sending.wake()
  expect(sending.current()).toMatchObject({
    sending: false,
    connected: false,
    nextAt: phone.clock.now + 1500,
  })
  expect([waits, (await store.record(id))?.state]).toEqual([1500, 'waiting'])
  phone.clock.now += 1500
  ring()
  await sending.wake()
  expect([fine.effects, (await store.record(id))?.state]).toEqual([[id], 'sent'])
  expect(await store.bundle()).toEqual(bundle)
  expect(sending.current()).toMatchObject({ nextAt: null, connected: true, bundleAt: phone.clock.now })
})
