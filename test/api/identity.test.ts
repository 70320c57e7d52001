import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { addActivation } from '../../worker/data/activations.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { Client } from '../support/client.ts'
import { aCounty, anAccount, signedIn, type TestCounty } from '../support/county.ts'

const password = 'green-hills-and-clear-water'

describe('sign-up', () => {
  const wanted = (login: string, county = '620423') => ({
    county,
    office: '整治办',
    account: { name: '王办', login, password },
  })

  test('opens a county on approval, signs its founder in, and refuses a second one with the same code', async () => {
    const browser = new Client()
    const answer = await browser.post('/signup', wanted('founder'))
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      county: { code: '620423', name: '景泰县', status: 'approved' },
      account: { login: 'founder' },
    })
    const me = await browser.get('/me')
    expect(me.body).toMatchObject({ memberships: [{ role: 'county_admin', county: { code: '620423' } }] })
    const second = await new Client().post('/signup', wanted('another'))
    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({
      type: '/problems/county-taken',
      detail: expect.stringContaining('景泰县'),
    })
  })

  test('refuses an unknown code, a weak password, a taken login and unknown fields, and leaves nothing behind', async () => {
    const browser = new Client()
    expect((await browser.post('/signup', wanted('x1y', '000000'))).body).toMatchObject({
      type: '/problems/unknown-county',
    })
    const weak = { ...wanted('x2y', '410822'), account: { name: '甲', login: 'x2y', password: '1234567890' } }
    expect((await browser.post('/signup', weak)).body).toMatchObject({
      status: 422,
      type: '/problems/weak-password',
    })
    expect((await browser.post('/signup', wanted('founder', '410822'))).body).toMatchObject({
      type: '/problems/login-taken',
    })
    const extra = await browser.post('/signup', { ...wanted('x3y', '410822'), status: 'approved' })
    expect(extra.status).toBe(422)
    const control = new ControlDb(env.CONTROL)
    const left = await control.first({
      sql: sql`select count(*) as n from county where code = '410822'`,
      decode: (raw) => raw.n,
    })
    expect(left).toBe(0)
  })

  test('with the same Idempotency-Key happens once', async () => {
    const headers = { 'idempotency-key': 'signup-1' }
    const first = await new Client().post('/signup', wanted('keyed', '610428'), headers)
    const again = await new Client().post('/signup', wanted('keyed', '610428'), headers)
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    const other = await new Client().post('/signup', wanted('keyed2', '610428'), headers)
    expect(other.body).toMatchObject({ type: '/problems/key-reused' })
  })
})

describe('sign-in', () => {
  test('signing out ends the session, for the cookies that were kept too', async () => {
    const browser = new Client()
    expect((await browser.post('/sessions', { login: 'founder', password })).status).toBe(201)
    const kept = new Client()
    for (const name of ['__Host-access', '__Host-refresh']) kept.setCookie(name, browser.cookie(name) ?? '')
    expect((await browser.delete('/sessions/current')).status).toBe(204)
    expect((await browser.get('/me')).status).toBe(401)
    expect((await kept.get('/me')).status).toBe(401)
  })

  test('a write from another site’s page is refused; so is one without an origin', async () => {
    const browser = new Client()
    await browser.post('/sessions', { login: 'founder', password })
    const forged = await browser.delete('/sessions/current', { origin: 'https://evil.example' })
    expect(forged.body).toMatchObject({ status: 403, type: '/problems/cross-origin' })
    expect((await browser.get('/me')).status).toBe(200)
  })

  test('plain HTTP from another machine is refused before the password is looked at', async () => {
    const { exports } = await import('cloudflare:workers')
    const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default
    const answer = await worker.fetch('http://192.168.1.5:8787/api/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://192.168.1.5:8787' },
      body: JSON.stringify({ login: 'founder', password }),
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ type: '/problems/insecure-transport' })
  })

  test('an expired access token is renewed from the refresh cookie, which rotates', async () => {
    const browser = new Client()
    await browser.post('/sessions', { login: 'founder', password })
    const before = browser.cookie('__Host-refresh')
    browser.setCookie('__Host-access', 'expired')
    expect((await browser.get('/me')).status).toBe(200)
    expect(browser.cookie('__Host-refresh')).not.toBe(before)
    expect(browser.cookie('__Host-access')).not.toBe('expired')
  })
})

describe('members', () => {
  let jingtai: TestCounty
  let boai: TestCounty
  beforeAll(async () => {
    jingtai = await aCounty('620423', 0)
    boai = await aCounty('410822', 1)
  })

  const invite = async (county: TestCounty, body: Record<string, unknown>) => {
    const answer = await county.office.post(county.at('/members'), body)
    return { answer, token: (answer.body as { activation?: { token: string } }).activation?.token ?? '' }
  }

  test('a township reporter is invited by a one-time link that works once', async () => {
    const [luyang] = jingtai.townships
    const { answer, token } = await invite(jingtai, {
      name: '李报送',
      login: 'luyang-r',
      role: 'township_reporter',
      scope: luyang?.id,
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      member: { state: 'invited', scope: { kind: 'township', id: luyang?.id } },
    })
    const preview = await new Client().post('/activations/preview', { token })
    expect(preview.body).toMatchObject({
      kind: 'invitation',
      login: 'luyang-r',
      county: '景泰县',
      accountExists: false,
    })
    const browser = new Client()
    expect((await browser.post('/activations', { token, password: 'short' })).status).toBe(422)
    expect((await browser.post('/activations', { token, password })).status).toBe(201)
    expect((await browser.get(jingtai.at(''))).status).toBe(200)
    expect((await new Client().post('/activations', { token, password })).status).toBe(404)
  })

  test('a login that has an account elsewhere must sign in and accept; its password stays', async () => {
    const { token } = await invite(boai, { name: '李报送', login: 'luyang-r', role: 'county_leader' })
    const takeover = await new Client().post('/activations', { token, password: 'a-new-password-1' })
    expect(takeover.body).toMatchObject({ status: 409, type: '/problems/sign-in-to-accept' })
    const stranger = await signedIn(jingtai.control, (await anAccount(jingtai.control)).id)
    expect((await stranger.post('/activations', { token })).status).toBe(409)
    const browser = new Client()
    expect((await browser.post('/sessions', { login: 'luyang-r', password })).status).toBe(201)
    expect((await browser.post('/activations', { token })).status).toBe(201)
    expect((await browser.get(boai.at(''))).status).toBe(200)
  })

  test('a county cannot reset the password of an account that works in another county too', async () => {
    const members = await jingtai.office.get(jingtai.at('/members'))
    const member = (members.body as { items: { id: string; login: string }[] }).items.find(
      (m) => m.login === 'luyang-r',
    )
    const refused = await jingtai.office.post(jingtai.at(`/members/${member?.id}/reset`))
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/reset-refused' })
  })

  test('a reset link sets a new password and ends the sessions that were open', async () => {
    const { answer, token } = await invite(jingtai, { name: '赵', login: 'forgetful', role: 'county_leader' })
    const old = new Client()
    await old.post('/activations', { token, password })
    const { id } = (answer.body as { member: { id: string } }).member
    const reset = await jingtai.office.post(jingtai.at(`/members/${id}/reset`))
    const link = (reset.body as { activation: { token: string } }).activation.token
    const fresh = new Client()
    expect(
      (await fresh.post('/activations', { token: link, password: 'another-good-password' })).status,
    ).toBe(201)
    expect((await old.get('/me')).status).toBe(401)
    expect((await new Client().post('/sessions', { login: 'forgetful', password })).status).toBe(401)
    expect(
      (await new Client().post('/sessions', { login: 'forgetful', password: 'another-good-password' }))
        .status,
    ).toBe(201)
  })

  test('a disabled member is out at the next request', async () => {
    const { answer, token } = await invite(jingtai, { name: '钱', login: 'leaver', role: 'county_leader' })
    const browser = new Client()
    await browser.post('/activations', { token, password })
    const { id } = (answer.body as { member: { id: string } }).member
    expect((await jingtai.office.patch(jingtai.at(`/members/${id}`), { disabled: true })).status).toBe(200)
    expect((await browser.get(jingtai.at(''))).status).toBe(401)
  })

  test('roles get only scopes that fit them', async () => {
    const reporter = await invite(jingtai, { name: '孙', login: 'noscope', role: 'township_reporter' })
    expect(reporter.answer.body).toMatchObject({ status: 422, type: '/problems/scope-unfit' })
    const village = jingtai.areas.find((area) => area.level === 'village')
    const wrong = await invite(jingtai, {
      name: '孙',
      login: 'noscope',
      role: 'township_leader',
      scope: village?.id,
    })
    expect(wrong.answer.status).toBe(422)
    const foreign = await invite(jingtai, {
      name: '孙',
      login: 'noscope',
      role: 'township_leader',
      scope: boai.townships[0]?.id,
    })
    expect(foreign.answer.status).toBe(404)
  })

  test('a machine token works until it is revoked, in its county and role alone', async () => {
    const made = await jingtai.office.post(jingtai.at('/tokens'), {
      name: '数据同步',
      role: 'county_leader',
      expiresInDays: 30,
    })
    expect(made.status).toBe(201)
    const { secret, token } = made.body as { secret: string; token: { id: string } }
    const machine = new Client(secret)
    expect((await machine.get(jingtai.at('/areas?limit=1'))).status).toBe(200)
    expect((await machine.patch(jingtai.at('/areas/620423100002'), { name: '甲' })).status).toBe(403)
    expect((await machine.get(boai.at(''))).status).toBe(404)
    expect((await jingtai.office.delete(jingtai.at(`/tokens/${token.id}`))).status).toBe(204)
    expect((await machine.get(jingtai.at(''))).status).toBe(401)
  })

  test('secrets are not kept with the receipt: the repeated invitation says so instead of showing a link', async () => {
    const body = { name: '周', login: 'once-only', role: 'county_leader' }
    const headers = { 'idempotency-key': 'invite-1' }
    expect((await jingtai.office.post(jingtai.at('/members'), body, headers)).status).toBe(201)
    const again = await jingtai.office.post(jingtai.at('/members'), body, headers)
    expect(again.body).toMatchObject({ status: 409, type: '/problems/answer-lost' })
  })
})

test('only a platform administrator sees and approves counties', async () => {
  const control = new ControlDb(env.CONTROL)
  const trial = await aCounty('620422', 2)
  await control.run({
    sql: sql`update county set status = 'trial' where id = ${trial.id} returning id`,
    decode: () => null,
  })
  expect((await trial.office.get('/platform/counties')).status).toBe(404)
  const platform = await anAccount(control)
  await control.run({
    sql: sql`update account set platform = 1 where id = ${platform.id} returning id`,
    decode: () => null,
  })
  const browser = await signedIn(control, platform.id)
  const list = await browser.get('/platform/counties')
  expect(list.body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id: trial.id, status: 'trial' })]),
  })
  expect((await trial.office.get('/counties/620422')).status).toBe(404)
  expect((await browser.put(`/platform/counties/${trial.id}/approval`)).body).toMatchObject({
    status: 'approved',
  })
  expect((await trial.office.get('/counties/620422')).status).toBe(200)
  expect((await browser.get(trial.at(''))).status).toBe(404)
})

test('the platform’s one-time link makes the first administrator, once', async () => {
  const control = new ControlDb(env.CONTROL)
  const now = new Date().toISOString()
  await control.run(
    addActivation({
      ...{ token: await sha256('platform-link'), kind: 'platform', login: 'operator', name: 'operator' },
      ...{ createdAt: now, expiresAt: new Date(Date.now() + 60_000).toISOString() },
    }),
  )
  const browser = new Client()
  const used = await browser.post('/activations', { token: 'platform-link', password })
  expect(used.body).toMatchObject({ account: { login: 'operator', platform: true } })
  expect((await browser.get('/platform/counties')).status).toBe(200)
  expect((await new Client().post('/activations', { token: 'platform-link', password })).status).toBe(404)
})
