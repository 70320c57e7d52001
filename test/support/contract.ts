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
      headers: { ...headersOf(body), origin: url, cookie: cookies.join('; '), ...headers },
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
  await theWeek(call, county.id)
}

function headersOf(body: unknown): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json' }
}

type Call = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: Record<string, unknown> }>

/** A week of a board from its making to publication, ranked by the townships alone. */
async function theWeek(call: Call, county: string): Promise<void> {
  const at = (path: string) => `/v1/counties/${county}${path}`
  let setup: unknown
  do setup = (await call('GET', at(''))).body.setup
  while ((setup as { areas: string }).areas !== 'ready')

  const campaign = await call('POST', at('/campaigns'), {
    ...{ name: '四抓四促', startsOn: '2026-01-01', endsOn: '2027-12-31' },
  })
  const source = { key: 'township', kind: 'rank', scope: 'township', weight: 1, required: true }
  const bands = { green: { top: 30 }, red: { bottom: 30 } }
  const policy = { sources: [source], method: 'percentile', minSources: 1, tieBreakers: [], bands }
  const board = await call('POST', at('/boards'), {
    ...{ campaign: campaign.body.id, name: '三色榜', subject: 'village', visibility: 'public', policy },
    cadence: { every: 'week', closesOn: 'friday', closesAt: '18:00' },
  })
  expect(board.status).toBe(201)
  const round = await call('POST', at(`/boards/${board.body.id}/rounds`), {})
  expect(round.status).toBe(201)
  const { roster } = (await call('GET', at(`/rounds/${round.body.id}`))).body as {
    roster: { id: string; township: string }[]
  }
  const townships = Map.groupBy(roster, ({ township }) => township)
  for (const [township, villages] of townships) {
    const entries = villages.map(({ id }, i) => ({ subject: id, value: i + 1 }))
    const sent = await call('PUT', at(`/rounds/${round.body.id}/reports/township/${township}`), { entries })
    expect(sent.status).toBe(200)
  }
  expect((await call('PUT', at(`/rounds/${round.body.id}/publication`), {})).status).toBe(409)
  expect((await call('PUT', at(`/rounds/${round.body.id}/closure`))).status).toBe(200)
  expect((await call('PUT', at(`/rounds/${round.body.id}/publication`), {})).status).toBe(200)
  const shown = await call('GET', at(`/rounds/${round.body.id}/standings`))
  expect(shown.body).toMatchObject({ state: 'published', revision: 1, unranked: [] })
  expect(shown.body.standings).toHaveLength(151)
  // On trial nothing of a county is public, whatever its boards say.
  expect((await call('GET', `/v1/public/counties/${county}/boards`)).status).toBe(404)
}
