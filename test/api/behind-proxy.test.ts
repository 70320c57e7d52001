import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'

/** A sign-in that fails: what matters is who is believed to have asked, and from where. */
function signsIn(headers: Record<string, string>, trusts: boolean): Promise<Response> {
  const bindings: Env = { ...env, ...(trusts && { XIANGBANG_TRUST_PROXY: '1' }) }
  const body = JSON.stringify({ login: 'nobody-here', password: 'not-the-password' })
  const sent = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }
  return Promise.resolve(app.fetch(new Request('http://rank.example.cn/api/v1/sessions', sent), bindings))
}

const viaTls = { origin: 'https://rank.example.cn', 'x-forwarded-proto': 'https' }
let address = 0
beforeEach(() => {
  address += 1
})

describe('behind a proxy that ends TLS', () => {
  test('the browser’s origin is the one it sees, and passwords may travel', async () => {
    const answer = await signsIn({ ...viaTls, 'x-forwarded-for': `10.0.0.${address}` }, true)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ type: '/problems/wrong-password' })
  })

  test('only what the nearest proxy says counts', async () => {
    const answer = await signsIn({ ...viaTls, 'x-forwarded-proto': 'https, http' }, true)
    expect(await answer.json()).toMatchObject({ type: '/problems/insecure-transport' })
  })

  test('a host that is none is not believed', async () => {
    const answer = await signsIn({ ...viaTls, 'x-forwarded-host': 'a b' }, true)
    expect(answer.status).toBe(403)
  })
})

test('nobody is believed where the operator has not said so', async () => {
  const answer = await signsIn(viaTls, false)
  expect(await answer.json()).toMatchObject({ type: '/problems/insecure-transport' })
})
