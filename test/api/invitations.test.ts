import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { findMembership } from '../../worker/data/members.ts'
import { givePassword, password, signIn } from '../support/accounts.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

type Invited = { member: { id: string }; activation: { token: string } }
let a: TestCounty
let b: TestCounty
beforeAll(async () => {
  a = await aCounty('620423', 0)
  b = await aCounty('410822', 1)
})

/** A county's administrator who signs in with a password, with the membership's id. */
async function anAdministrator(
  county: TestCounty,
): Promise<{ login: string; member: string; account: string }> {
  const login = `admin-${crypto.randomUUID().slice(0, 8)}`
  const invited = await invite(county, login)
  const [[row]] = await county.control.run({
    sql: sql`insert into account (id, login, name, password, createdAt) values (${crypto.randomUUID()}, ${login}, '甲县主任', '-', '2026-01-01') returning id`,
    decode: (raw) => ({ id: String(raw.id) }),
  })
  const account = row?.id ?? ''
  await givePassword(account)
  const browser = await signIn(login)
  await browser.post('/activations', { token: invited.activation.token })
  return { login, member: invited.member.id, account }
}

async function invite(county: TestCounty, login: string, name = '某人'): Promise<Invited> {
  const answer = await county.office.post(county.at('/members'), { name, login, role: 'county_admin' })
  expect(answer.status).toBe(201)
  return answer.body as Invited
}

describe('a county that invites a login which works in another', () => {
  test('learns nothing of it, and cannot set its password or accept for it', async () => {
    const { login, account } = await anAdministrator(a)
    const { member, activation } = await invite(b, login)
    const preview = await new Client().post('/activations/preview', { token: activation.token })
    expect(preview.body).toEqual({ kind: 'invitation', login, county: '博爱县', accountExists: true })
    const listed = await b.office.get(b.at('/members?limit=500'))
    for (const { text } of [preview, listed]) {
      expect(text).not.toContain('甲县主任')
      expect(text).not.toContain(account)
      expect(text).not.toContain('景泰')
    }
    const taken = await b.office.post('/activations', {
      token: activation.token,
      password: 'eleven-geese-fly',
    })
    expect(taken.body).toMatchObject({ status: 409, type: '/problems/sign-in-to-accept' })
    expect((await new Client().post('/sessions', { login, password: 'eleven-geese-fly' })).status).toBe(401)
    expect((await findMembership(b.control, b.id, member.id))?.account).toBeNull()
    // Before it is accepted a "reset" is nothing but the invitation again.
    const again = await b.office.post(b.at(`/members/${member.id}/reset`))
    const { token } = (again.body as Invited).activation
    expect((await new Client().post('/activations/preview', { token })).body).toMatchObject({
      kind: 'invitation',
    })
    expect((await b.office.post('/activations', { token, password: 'eleven-geese-fly' })).status).toBe(409)
  })

  test('cannot reset it once it is accepted either; nor can the first county any more', async () => {
    const { login, member } = await anAdministrator(a)
    const { member: second, activation } = await invite(b, login)
    const browser = await signIn(login)
    expect((await browser.post('/activations', { token: activation.token })).status).toBe(201)
    const routes = [
      [b, 'post', `/members/${second.id}/reset`],
      [a, 'post', `/members/${member}/reset`],
      [b, 'delete', `/members/${second.id}/second-factor`],
      [a, 'delete', `/members/${member}/second-factor`],
    ] as const
    for (const [county, method, path] of routes)
      expect((await county.office[method](county.at(path))).body).toMatchObject({
        status: 409,
        type: '/problems/reset-refused',
      })
    // Not even where the membership is disabled meanwhile: the account is the same.
    await a.office.patch(a.at(`/members/${member}`), { disabled: true })
    expect((await b.office.post(b.at(`/members/${second.id}/reset`))).status).toBe(409)
  })

  test('a reset link given out before is void once another county trusts the account', async () => {
    const { login, member } = await anAdministrator(a)
    const reset = await a.office.post(a.at(`/members/${member}/reset`))
    const kept = (reset.body as Invited).activation.token
    const { activation } = await invite(b, login)
    const browser = await signIn(login)
    expect((await browser.post('/activations', { token: activation.token })).status).toBe(201)
    const used = await new Client().post('/activations', { token: kept, password: 'eleven-geese-fly' })
    expect(used.body).toMatchObject({ status: 404, type: '/problems/link-invalid' })
    expect((await new Client().post('/sessions', { login, password })).status).toBe(201)
  })
})

test('who runs the platform is reset by no county', async () => {
  const { member, account } = await anAdministrator(a)
  await a.control.run({
    sql: sql`update account set platform = 1 where id = ${account} returning id`,
    decode: () => null,
  })
  expect((await a.office.post(a.at(`/members/${member}/reset`))).status).toBe(409)
  expect((await a.office.delete(a.at(`/members/${member}/second-factor`))).status).toBe(409)
})

test('of several reset links the newest works, and none after it has been used', async () => {
  const { member, login } = await anAdministrator(a)
  const links = []
  for (let n = 0; n < 2; n++) links.push(await a.office.post(a.at(`/members/${member}/reset`)))
  const [first, second] = links.map(({ body }) => (body as Invited).activation.token)
  const use = (token: string | undefined) =>
    new Client().post('/activations', { token, password: 'eleven-geese-fly' })
  expect((await use(first)).status).toBe(404)
  expect((await use(second)).status).toBe(201)
  expect((await use(second)).status).toBe(404)
  expect((await new Client().post('/sessions', { login, password })).status).toBe(401)
})

test('a role that is taken away or reduced is gone at the next request, for reads too', async () => {
  const member = await a.member('county_admin')
  const me = await member.get('/me')
  const { id } = (me.body as { memberships: { id: string }[] }).memberships[0] ?? { id: '' }
  expect((await member.get(a.at('/members'))).status).toBe(200)
  const township = a.townships[0]?.id
  await a.office.patch(a.at(`/members/${id}`), { role: 'township_reporter', scope: township })
  expect((await member.get(a.at('/members'))).status).toBe(403)
  expect((await member.post(a.at('/members'), {})).status).toBe(403)
  expect((await member.get(a.at('/areas?limit=1'))).status).toBe(200)
  await a.office.patch(a.at(`/members/${id}`), { disabled: true })
  expect((await member.get(a.at('/areas?limit=1'))).status).toBe(401)
})
