import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSession } from '../../worker/actions/identity/sign-in.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { findAccountById } from '../../worker/data/sessions.ts'
import { anAccountWithPassword, password, signIn } from '../support/accounts.ts'
import { Client } from '../support/client.ts'
import { anAccount } from '../support/county.ts'

const minute = 60_000
const day = 86_400_000
const began = Date.parse('2027-03-01T08:00:00+08:00')

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
beforeEach(() => {
  vi.setSystemTime(began)
})
afterAll(() => {
  vi.useRealTimers()
})
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
const refresh = '__Host-refresh'
const control = new ControlDb(env.CONTROL)

/** A browser that has just been signed in, without paying for a password's hash. */
async function aSession(of?: { id: string }): Promise<Client> {
  const account = await findAccountById(control, (of ?? (await anAccount(control))).id)
  if (!account) throw new Error('no account')
  const { session, secret } = await openSession({ env, control, now: new Date(), origin: '' }, account)
  const browser = new Client()
  browser.setCookie(refresh, `${session}.${secret}`)
  return browser
}

describe('a session', () => {
  test('is over after fourteen days unused, and goes on if it is used before', async () => {
    const browser = await aSession()
    later(14 * day - minute)
    expect((await browser.get('/me')).status).toBe(200)
    later(14 * day - minute)
    expect((await browser.get('/me')).status).toBe(200)
    const idle = await aSession()
    later(14 * day + minute)
    expect((await idle.get('/me')).body).toMatchObject({ status: 401, type: '/problems/signed-out' })
  })

  test('is over after thirty days, however often it is used', async () => {
    const browser = await aSession()
    for (let week = 1; week <= 4; week++) {
      later(7 * day)
      expect((await browser.get('/me')).status).toBe(200)
    }
    later(2 * day)
    expect((await browser.get('/me')).status).toBe(401)
  })

  test('gives a new secret each time its five minutes are over; the one before is good for a minute', async () => {
    const browser = await aSession()
    const first = browser.cookie(refresh) ?? ''
    later(6 * minute)
    expect((await browser.get('/me')).status).toBe(200)
    expect(browser.cookie(refresh)).not.toBe(first)
    later(minute / 2)
    const underWay = new Client()
    underWay.setCookie(refresh, first)
    expect((await underWay.get('/me')).status).toBe(200)
    // The parallel request got an access token and no secret of its own.
    expect(underWay.cookie(refresh)).toBe(first)
    expect((await browser.get('/me')).status).toBe(200)
  })

  test('ends for everybody when a secret turns up that was replaced: one of them is a thief', async () => {
    const browser = await aSession()
    const stolen = browser.cookie(refresh) ?? ''
    later(6 * minute)
    expect((await browser.get('/me')).status).toBe(200)
    later(2 * minute)
    const thief = new Client()
    thief.setCookie(refresh, stolen)
    expect((await thief.get('/me')).status).toBe(401)
    expect((await browser.get('/me')).status).toBe(401)
  })

  test('is a new one at each sign-in, and the one that the browser brought along ends', async () => {
    const { login } = await anAccountWithPassword()
    const browser = await signIn(login)
    const planted = new Client()
    for (const name of ['__Host-access', refresh]) planted.setCookie(name, browser.cookie(name) ?? '')
    await browser.post('/sessions', { login, password })
    expect(browser.cookie(refresh)?.split('.')[0]).not.toBe(planted.cookie(refresh)?.split('.')[0])
    expect((await browser.get('/me')).status).toBe(200)
    expect((await planted.get('/me')).status).toBe(401)
  })

  test('made up or belonging to nobody opens nothing and ends nothing', async () => {
    const browser = await aSession()
    for (const cookie of ['no-such-session.secret', 'nonsense', '.', '']) {
      const stranger = new Client()
      stranger.setCookie(refresh, cookie)
      expect((await stranger.get('/me')).status).toBe(401)
    }
    expect((await browser.get('/me')).status).toBe(200)
  })
})

test('who is signed in several times sees it and ends the others', async () => {
  const account = await anAccount(control)
  const here = await aSession(account)
  later(minute)
  const elsewhere = await aSession(account)
  const listed = await here.get('/me/sessions')
  expect((listed.body as { items: { here: boolean }[] }).items.map(({ here }) => here)).toEqual([false, true])
  expect(listed.text).not.toMatch(/secret/i)
  expect((await here.delete('/me/sessions')).status).toBe(204)
  expect((await elsewhere.get('/me')).status).toBe(401)
  expect((await here.get('/me')).status).toBe(200)
})

test('a new password takes the one before, and ends every other session', async () => {
  const account = await anAccountWithPassword()
  const here = await signIn(account.login)
  const kept = new Client()
  for (const name of ['__Host-access', refresh]) kept.setCookie(name, here.cookie(name) ?? '')
  const change = (current: string, fresh: string) => here.put('/me/password', { current, password: fresh })
  expect((await change('not-the-password', 'eleven-geese-fly')).body).toMatchObject({
    type: '/problems/wrong-password',
  })
  expect((await change(password, '1234567890')).body).toMatchObject({ type: '/problems/weak-password' })
  expect((await here.get('/me')).status).toBe(200)
  expect((await change(password, 'eleven-geese-fly')).status).toBe(200)
  expect((await here.get('/me')).status).toBe(200)
  expect((await kept.get('/me')).status).toBe(401)
  expect((await new Client().post('/sessions', { login: account.login, password })).status).toBe(401)
})
