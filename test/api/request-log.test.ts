import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { aCounty } from '../support/county.ts'

afterEach(() => vi.restoreAllMocks())

async function logged(path: string, headers: Record<string, string>, log: string): Promise<unknown[]> {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  await app.fetch(new Request(`http://localhost${path}`, { headers }), { ...env, XIANGBANG_LOG: log })
  return lines.mock.calls.map(([line]) => JSON.parse(String(line)))
}

test('a request is one line: route, role, county, cost; nothing that names or opens anything', async () => {
  const { office, id } = await aCounty()
  const cookie = `__Host-access=${office.cookie('__Host-access')}`
  const [line, ...more] = await logged(`/api/v1/counties/${id}/areas?q=secret`, { cookie }, 'requests')
  expect(more).toEqual([])
  expect(line).toEqual({
    ...{ level: 'info', at: expect.any(String), requestId: expect.any(String), method: 'GET' },
    ...{ route: '/api/v1/counties/:county/areas', status: 200, milliseconds: expect.any(Number) },
    ...{ county: id, role: 'county_admin', trips: 2, statements: 2 },
    ...{ rowsRead: expect.any(Number), rowsWritten: 0 },
  })
})

test('a refused one is logged too, and none unless it is asked for', async () => {
  const [line] = await logged('/api/v1/me', {}, 'requests')
  expect(line).toMatchObject({ route: '/api/v1/me', status: 401, county: null, role: null })
  vi.restoreAllMocks()
  expect(await logged('/api/v1/me', {}, '')).toEqual([])
})
