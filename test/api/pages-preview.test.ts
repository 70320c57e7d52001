import { afterEach, expect, test, vi } from 'vitest'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedBoard } from '../support/published-board.ts'

afterEach(() => vi.useRealTimers())

/** The second tenant of a code is on trial, whatever it calls public. */
async function aCountyOnTrial(): Promise<{ county: TestCounty; board: string }> {
  await aCounty('620423')
  const county = await aCounty('620423', 2)
  return { county, board: (await aPublishedBoard(county, { visibility: 'public' })).board }
}

/** Somebody who has opened the link; gives where it led. */
async function opens(url: string): Promise<{ visitor: Client; to: string | null; status: number }> {
  const visitor = new Client()
  const { headers, status } = await visitor.get(url.replace('http://localhost', ''))
  return { visitor, status, to: headers.get('location') }
}

test('whoever has the link sees the site of a county on trial, marked and kept by nobody', async () => {
  const { county, board } = await aCountyOnTrial()
  const path = `/c/${county.id}`
  expect((await new Client().get(path)).status).toBe(404)
  const made = await county.office.post(county.at('/previews'))
  expect(made.status, made.text).toBe(201)
  const { visitor, to, status } = await opens((made.body as { url: string }).url)
  expect({ status, to }).toEqual({ status: 303, to: path })

  const home = await visitor.get(path)
  expect(home.status).toBe(200)
  expect(home.text).toContain('预览：这个县还没有获准公开')
  expect(home.text).toContain('<meta name="robots" content="noindex"/>')
  expect(home.text).not.toMatch(/rel="canonical"|id="qr"/)
  expect(home.headers.get('cache-control')).toBe('private, no-store')
  expect(home.headers.get('x-robots-tag')).toBe('noindex')
  const whole = await visitor.get(`${path}/boards/${board}`)
  expect(whole.text.match(/<tr class="(green|yellow|red)">/g)).toHaveLength(150)
  expect(whole.text).not.toContain('/api/v1/public/')
  expect((await visitor.get(`${path}/nothing`)).status).toBe(404)
  // Everybody else still finds nothing, although somebody has just looked.
  expect((await new Client().get(`${path}/boards/${board}`)).status).toBe(404)
})

test('a link opens one county, for three days, and nothing but its pages', async () => {
  const { county } = await aCountyOnTrial()
  const { body } = await county.office.post(county.at('/previews'))
  const { url, expiresAt } = body as { url: string; expiresAt: string }
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(3)
  const other = await aCounty('620423', 1)
  expect((await opens(url.replace(county.id, other.id))).status).toBe(404)
  expect((await opens(`${url.slice(0, -4)}AAAA`)).status).toBe(404)
  const { visitor } = await opens(url)
  visitor.setCookie('__Host-access', new URL(url).searchParams.get('token') ?? '')
  expect((await visitor.get(county.at('/boards'))).status).toBe(401)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(expiresAt) + 1000 })
  expect((await visitor.get(`/c/${county.id}`)).status).toBe(404)
  expect((await opens(url)).status).toBe(404)
})

test('the office alone makes a link, and of a county that is public none', async () => {
  const { county } = await aCountyOnTrial()
  const leader = await county.member('county_leader')
  expect((await leader.post(county.at('/previews'))).status).toBe(403)
  const approved = await aCounty('410822', 1)
  const refused = await approved.office.post(approved.at('/previews'))
  expect(refused.body).toMatchObject({ status: 409, type: '/problems/county-approved' })
})
