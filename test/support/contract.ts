import { expect } from 'vitest'

/**
 * The contract's core over plain HTTP, against any server of the product: sign-up, session, areas, errors, and a
 * write refused from elsewhere. `url` is the server's origin; the county must not have signed up there yet.
 */
export async function contract(url: string): Promise<void> {
  const cookies: string[] = []
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { origin: url, 'content-type': 'application/json', cookie: cookies.join('; '), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) cookies.push(line.split(';')[0] ?? '')
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, unknown>,
    }
  }

  expect((await call('GET', '/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
  const anonymous = await call('GET', '/v1/me')
  expect(anonymous.status).toBe(401)
  expect(anonymous.headers.get('content-type')).toContain('application/problem+json')

  const region = await call('GET', '/v1/regions/620423')
  expect((region.body.townships as unknown[]).length).toBe(11)

  const account = { name: '王办', login: 'contract', password: 'green-hills-and-clear-water' }
  const signUp = { county: '620423', office: '整治办', account }
  const forged = await call('POST', '/v1/signup', signUp, { origin: 'https://evil.example' })
  expect(forged.status).toBe(403)
  const founded = await call('POST', '/v1/signup', signUp)
  expect(founded.status).toBe(201)
  const { county } = founded.body as { county: { id: string } }

  const setup = await call('GET', `/v1/counties/${county.id}`)
  expect(setup.body).toMatchObject({ code: '620423' })
  expect((await call('GET', '/v1/counties/no-such-county')).status).toBe(404)
  const unit = await call('POST', `/v1/counties/${county.id}/units`, { name: '第一组', kind: 'group' })
  expect(unit.status).toBe(201)
  const extra = await call('POST', `/v1/counties/${county.id}/units`, {
    name: '第二组',
    kind: 'group',
    county: 'x',
  })
  expect(extra.status).toBe(422)
}
