import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Authenticator, anAccountWithPassword, enrol, password, signIn } from '../support/accounts.ts'
import { Client } from '../support/client.ts'

const minute = 60_000
let login: string
let app: Authenticator
let recoveryCodes: string[]
let owner: Client
let before: Client

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-01T08:00:00+08:00') })
  login = (await anAccountWithPassword()).login
  before = await signIn(login)
  owner = await signIn(login)
  const enrolled = await enrol(owner)
  app = enrolled.app
  recoveryCodes = enrolled.recoveryCodes
})
// Each story begins with steps that nobody has used, and with no guess held against anybody.
beforeEach(() => {
  vi.setSystemTime(Date.now() + 4 * minute)
})
afterAll(() => {
  vi.useRealTimers()
})
const hoursLater = () => vi.setSystemTime(Date.now() + 61 * minute)

const ticketFor = async (browser: Client): Promise<string> => {
  const answer = await browser.post('/sessions', { login, password })
  expect(answer.status).toBe(202)
  return (answer.body as { ticket: string }).ticket
}
const second = (browser: Client, ticket: string, code: string, address = '203.0.113.1') =>
  browser.post('/sessions/second-factor', { ticket, code }, { 'cf-connecting-ip': address })

describe('turning it on', () => {
  test('ends the sessions there were, keeps this browser signed in and gives ten recovery codes', async () => {
    expect((await before.get('/me')).status).toBe(401)
    expect((await owner.get('/me')).body).toMatchObject({ secondFactor: true })
    expect((await owner.get('/me/second-factor')).body).toMatchObject({ on: true, recoveryCodesLeft: 10 })
    expect(recoveryCodes).toHaveLength(10)
    const again = await owner.post('/me/second-factor', { password })
    expect(again.body).toMatchObject({ status: 409, type: '/problems/second-factor-on' })
  })

  test('takes the password, and the app’s own code', async () => {
    const other = await signIn((await anAccountWithPassword()).login)
    expect((await other.post('/me/second-factor', { password: 'not-it' })).body).toMatchObject({
      type: '/problems/wrong-password',
    })
    expect((await other.post('/me/second-factor/confirmation', { code: '123456' })).body).toMatchObject({
      type: '/problems/wrong-code',
    })
    const { secret, uri } = (await other.post('/me/second-factor', { password })).body as Record<
      string,
      string
    >
    expect(uri).toContain(`secret=${secret}`)
    expect((await other.post('/me/second-factor/confirmation', { code: await app() })).status).toBe(422)
    // Only shown: whoever signs in now is not asked for a code that nobody can give.
    expect((await other.get('/me')).body).toMatchObject({ secondFactor: false })
  })
})

describe('signing in', () => {
  test('takes password and code; the ticket between opens nothing', async () => {
    const browser = new Client()
    const ticket = await ticketFor(browser)
    expect((await browser.get('/me')).status).toBe(401)
    browser.setCookie('__Host-access', ticket)
    expect((await browser.get('/me')).status).toBe(401)
    expect((await second(browser, ticket, await app())).status).toBe(201)
    expect((await browser.get('/me')).status).toBe(200)
  })

  test('a code is refused the second time, from two browsers at once too', async () => {
    const code = await app()
    const tickets = [await ticketFor(new Client()), await ticketFor(new Client())] as const
    const both = await Promise.all(tickets.map((ticket) => second(new Client(), ticket, code)))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
    expect((await second(new Client(), tickets[0], code)).body).toMatchObject({
      type: '/problems/wrong-code',
    })
    expect((await second(new Client(), tickets[0], await app(-1))).status).toBe(422)
    expect((await second(new Client(), tickets[0], await app(1))).status).toBe(201)
  })

  test('a recovery code stands in once', async () => {
    const [first = '', other = ''] = recoveryCodes
    const ticket = await ticketFor(new Client())
    const both = await Promise.all([first, first].map((code) => second(new Client(), ticket, code)))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
    expect((await second(new Client(), ticket, other.toLowerCase().replace('-', ' '))).status).toBe(201)
    expect((await owner.get('/me/second-factor')).body).toMatchObject({ recoveryCodesLeft: 8 })
  })

  test('a ticket is good for five minutes, for its password and as it was given', async () => {
    const ticket = await ticketFor(new Client())
    const forged = `${ticket.slice(0, -4)}AAAA`
    expect((await second(new Client(), forged, await app())).body).toMatchObject({
      status: 401,
      type: '/problems/ticket-invalid',
    })
    vi.setSystemTime(Date.now() + 5 * minute + 1000)
    expect((await second(new Client(), ticket, await app())).body).toMatchObject({
      type: '/problems/ticket-invalid',
    })
  })

  test('five wrong codes lock it for an hour, wherever they come from; the right one waits too', async () => {
    const ticket = await ticketFor(new Client())
    const guesses = await Promise.all(
      ['000000', '111111', 'AAAAA-AAAAA', '333333', '444444'].map((code, at) =>
        second(new Client(), ticket, code, `203.0.113.${at}`),
      ),
    )
    expect(guesses.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
    const locked = await second(new Client(), ticket, await app(), '203.0.113.99')
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(3000)
    // A right password does not take the lock away.
    expect((await second(new Client(), await ticketFor(new Client()), await app())).status).toBe(429)
    hoursLater()
    expect((await second(new Client(), await ticketFor(new Client()), await app())).status).toBe(201)
  })
})

describe('afterwards', () => {
  test('recovery codes can be made anew, which voids the old ones', async () => {
    const renewed = await owner.post('/me/second-factor/recovery-codes', { code: await app() })
    const { recoveryCodes: fresh } = renewed.body as { recoveryCodes: string[] }
    expect(fresh).toHaveLength(10)
    const ticket = await ticketFor(new Client())
    expect((await second(new Client(), ticket, recoveryCodes[5] ?? '')).status).toBe(422)
    expect((await second(new Client(), ticket, fresh[5] ?? '')).status).toBe(201)
  })

  test('it goes off with password and code, not with either, and then the password is enough', async () => {
    const off = (given: string, code: string) =>
      owner.post('/me/second-factor/removal', { password: given, code })
    expect((await off('not-it', await app())).body).toMatchObject({ type: '/problems/wrong-password' })
    expect((await off(password, '000000')).body).toMatchObject({ type: '/problems/wrong-code' })
    expect((await off(password, await app())).status).toBe(204)
    expect((await owner.get('/me')).body).toMatchObject({ secondFactor: false })
    expect((await new Client().post('/sessions', { login, password })).status).toBe(201)
  })
})
