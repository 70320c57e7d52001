import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recognise } from '../../worker/actions/identity/recognise.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { noCost } from '../../worker/data/meter.ts'
import { anAccountWithPassword, password } from '../support/accounts.ts'
import { Client } from '../support/client.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-01T08:00:00+08:00') })
})
afterEach(() => {
  vi.useRealTimers()
})

const tries = (login: string, given: string, address: string) =>
  new Client().post('/sessions', { login, password: given }, { 'cf-connecting-ip': address })

test('an unknown login, a wrong password and a disabled account are told apart by nothing', async () => {
  const { login } = await anAccountWithPassword()
  const disabled = await anAccountWithPassword()
  const control = new ControlDb(env.CONTROL)
  await control.run({
    sql: sql`update account set disabledAt = '2027-01-01' where id = ${disabled.id} returning id`,
    decode: () => null,
  })
  const cases = [
    { login: 'nobody-at-all', password },
    { login, password: 'a-wrong-password' },
    { login: disabled.login, password },
  ]
  const seen = []
  for (const [at, given] of cases.entries()) {
    const answer = await tries(given.login, given.password, `203.0.113.${at}`)
    const { instance: _, ...body } = answer.body as Record<string, unknown>
    // An id, a point in the database's time, and cookies, which follow: all different with every answer.
    const own = ['x-request-id', 'x-bookmark', 'set-cookie']
    const headers = [...answer.headers].filter(([name]) => !own.includes(name))
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0])

    const cost = noCost()
    const refused = await recognise(
      { control: new ControlDb(env.CONTROL, cost), now: new Date() },
      { ...given, login: given.login },
      '198.51.100.1',
    ).catch((error: Error) => error.message)
    const work = { trips: cost.trips, statements: cost.statements }
    seen.push({ status: answer.status, headers, cookies, body, refused, work })
  }
  expect(seen[0]).toMatchObject({ status: 401, refused: 'wrong_password', work: { trips: 1 } })
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
})

/** What stands against a login or an address already. */
async function against(key: string, count: number) {
  await new ControlDb(env.CONTROL).run({
    sql: sql`insert into sign_in_failure (key, count, since) values (${key}, ${count}, ${Date.now()}) returning key`,
    decode: () => null,
  })
}

test('the tenth failure is the last, from several addresses and all at once, for a quarter of an hour', async () => {
  const { login } = await anAccountWithPassword()
  await against(`login:${login}`, 7)
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, at) => tries(login, `wrong-number-${at}`, `192.0.2.${at}`)),
  )
  expect(all.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429, 429])
  const locked = await tries(login, password, '192.0.2.200')
  expect(locked.status).toBe(429)
  expect(Number(locked.headers.get('retry-after'))).toBe(900)
  vi.setSystemTime(Date.now() + 15 * 60_000 + 1000)
  expect((await tries(login, password, '192.0.2.200')).status).toBe(201)
})

test('a right password starts the count anew, and leaves nothing against an office’s address', async () => {
  const { login } = await anAccountWithPassword()
  await against(`login:${login}`, 9)
  await against('address:192.0.2.77', 50)
  expect((await tries(login, password, '192.0.2.77')).status).toBe(201)
  expect((await tries(login, 'wrong-again', '192.0.2.77')).status).toBe(401)
  const [rows] = await new ControlDb(env.CONTROL).run({
    sql: sql`select count from sign_in_failure where key in (${`login:${login}`}, 'address:192.0.2.77') order by key`,
    decode: ({ count }) => count,
  })
  expect(rows).toEqual([51, 1])
})

test('a hundred failures lock an address, whichever logins it tried', async () => {
  await against('address:192.0.2.90', 100)
  const { login } = await anAccountWithPassword()
  expect((await tries(login, password, '192.0.2.90')).status).toBe(429)
  expect((await tries(login, password, '192.0.2.91')).status).toBe(201)
})
