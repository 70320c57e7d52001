import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { anAccountWithPassword, enrol, givePassword, password, signIn } from '../support/accounts.ts'
import { auditOf } from '../support/board.ts'
import { Client } from '../support/client.ts'
import { aCounty, anAccount, signedIn, type TestCounty } from '../support/county.ts'

let county: TestCounty
let office: { id: string; login: string }
let browser: Client
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  county = await aCounty('620423')
  const me = await county.office.get('/me')
  office = (me.body as { account: { id: string; login: string } }).account
  await givePassword(office.id)
  browser = await signIn(office.login)
  expect((await browser.put(county.at('/second-factor'), { required: true })).body).toMatchObject({
    status: 409,
    type: '/problems/own-second-factor-first',
  })
  await enrol(browser)
})
afterAll(() => {
  vi.useRealTimers()
})

test('once a county asks for it, an administrator without one is led to it, and to nothing else', async () => {
  const other = await county.member('county_admin')
  const leader = await county.member('county_leader')
  const made = await browser.post(county.at('/tokens'), {
    name: '同步',
    role: 'county_admin',
    expiresInDays: 1,
  })
  const machine = new Client((made.body as { secret: string }).secret)
  expect((await other.get(county.at('/areas?limit=1'))).status).toBe(200)

  expect((await browser.put(county.at('/second-factor'), { required: true })).body).toEqual({
    required: true,
  })
  for (const path of ['', '/areas?limit=1', '/members', '/second-factor'])
    expect((await other.get(county.at(path))).body).toMatchObject({
      status: 403,
      type: '/problems/second-factor-required',
    })
  expect((await other.put(county.at('/second-factor'), { required: false })).status).toBe(403)
  expect((await other.get('/me')).body).toMatchObject({ memberships: [{ needsSecondFactor: true }] })
  expect((await leader.get(county.at('/areas?limit=1'))).status).toBe(200)
  expect((await machine.get(county.at('/areas?limit=1'))).status).toBe(200)
  expect((await browser.get(county.at('/members'))).status).toBe(200)

  const { id, login } = ((await other.get('/me')).body as { account: { id: string; login: string } }).account
  await givePassword(id)
  const fresh = await signIn(login)
  await enrol(fresh)
  expect((await fresh.get('/me')).body).toMatchObject({ memberships: [{ needsSecondFactor: false }] })
  expect((await fresh.get(county.at('/members'))).status).toBe(200)

  expect((await browser.put(county.at('/second-factor'), { required: true })).status).toBe(200)
  await browser.put(county.at('/second-factor'), { required: false })
  expect(await auditOf(county, county.id)).toEqual(['county.second_factor', 'county.no_second_factor'])
})

test('a machine cannot ask it of people', async () => {
  const made = await browser.post(county.at('/tokens'), {
    name: '机',
    role: 'county_admin',
    expiresInDays: 1,
  })
  const machine = new Client((made.body as { secret: string }).secret)
  expect((await machine.put(county.at('/second-factor'), { required: true })).status).toBe(409)
})

test('for a lost phone another administrator resets it; sessions end and the audit says so', async () => {
  const members = await browser.get(county.at('/members?limit=500'))
  const items = (members.body as { items: { id: string; login: string; secondFactor: boolean }[] }).items
  const own = items.find(({ login }) => login === office.login)
  expect(own?.secondFactor).toBe(true)
  const reset = `/members/${own?.id}/second-factor`
  expect((await browser.delete(county.at(reset))).body).toMatchObject({ type: '/problems/own-access' })
  const leader = await county.member('county_leader')
  expect((await leader.delete(county.at(reset))).status).toBe(403)
  expect((await browser.get('/me')).status).toBe(200)

  const other = await county.member('county_admin')
  expect((await other.delete(county.at(reset))).status).toBe(204)
  expect((await browser.get('/me')).status).toBe(401)
  expect((await new Client().post('/sessions', { login: office.login, password })).status).toBe(201)
  expect(await auditOf(county, own?.id ?? '')).toEqual(['member.reset_second_factor'])
})

test('a reset of the password does not get round it', async () => {
  const member = await county.member('county_admin')
  const { account, memberships } = (await member.get('/me')).body as {
    account: { id: string; login: string }
    memberships: { id: string }[]
  }
  await givePassword(account.id)
  const owner = await signIn(account.login)
  const own = await enrol(owner)
  const administrator = await county.member('county_admin')
  const link = await administrator
    .post(county.at(`/members/${memberships[0]?.id}/reset`))
    .then(({ body }) => (body as { activation: { token: string } }).activation.token)
  const thief = new Client()
  expect((await thief.post('/activations', { token: link, password: 'eleven-geese-fly' })).status).toBe(200)
  expect((await thief.get('/me')).status).toBe(401)
  expect((await owner.get('/me')).status).toBe(401)
  const asked = await thief.post('/sessions', { login: account.login, password: 'eleven-geese-fly' })
  expect(asked.status).toBe(202)
  const { ticket } = asked.body as { ticket: string }
  expect((await thief.post('/sessions/second-factor', { ticket, code: '000000' })).status).toBe(422)
  const code = await own.app(1)
  expect((await thief.post('/sessions/second-factor', { ticket, code })).status).toBe(201)
})

test('the platform resets it for whom no county alone answers', async () => {
  const platform = await anAccount(county.control)
  await county.control.run({
    sql: sql`update account set platform = 1 where id = ${platform.id} returning id`,
    decode: () => null,
  })
  const operator = await signedIn(county.control, platform.id)
  const { id, login } = await anAccountWithPassword()
  const person = await signIn(login)
  await enrol(person)
  const reset = (who: string) => operator.post('/platform/second-factor-resets', { login: who })
  expect((await person.post('/platform/second-factor-resets', { login })).status).toBe(404)
  expect((await reset('nobody-at-all')).status).toBe(404)
  expect((await reset(platform.login)).body).toMatchObject({ type: '/problems/own-access' })
  expect((await reset(login)).status).toBe(204)
  expect((await person.get('/me')).status).toBe(401)
  expect((await (await signedIn(county.control, id)).get('/me')).body).toMatchObject({ secondFactor: false })
})
