import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AuditEntry } from '../../schema/api/audit.ts'
import { audit, receipt } from '../../schema/tables/county.ts'
import type { Row } from '../../worker/data/county-db.ts'
import { newId } from '../../worker/data/new-id.ts'
import { type Answer, Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

/** What people were refused stands in the audit of their own county, and nowhere else. */

let home: TestCounty
let other: TestCounty
let reporter: Client
/** Denials of the county that were there before a test. */
const seen = new Set<string>()

beforeAll(async () => {
  home = await aCounty('620423', 0)
  other = await aCounty('410822', 1)
  reporter = await home.member('township_reporter', home.townships[0]?.id)
})
afterEach(() => vi.useRealTimers())

describe('in one’s own county', () => {
  test('what a role may not do is noted, without anything that was sent', async () => {
    const area = home.townships[1]?.id ?? ''
    const sent = await reporter.patch(home.at(`/areas/${area}?q=某某`), { name: '李某某' })
    expect(sent.status).toBe(403)
    const [row, ...more] = await fresh(home)
    expect(more).toEqual([])
    expect(row).toMatchObject({
      target: area,
      detail: { method: 'PATCH', route: '/areas/{id}', answered: 403 },
    })
    expect(JSON.stringify(row)).not.toContain('某')
  })

  test('what is outside a scope is noted as what is outside a role', async () => {
    const sent = await reporter.post(home.at('/teams'), {
      ...{ name: '志愿队', area: home.townships[1]?.id, members: 3 },
    })
    expect(sent.status).toBe(403)
    const county = { method: 'POST', route: '/teams', answered: 403 }
    expect(await fresh(home)).toMatchObject([{ target: home.id, detail: county }])
  })

  test('an id that is not there is noted, and one that could be a name is not', async () => {
    const id = newId()
    expect((await reporter.get(home.at(`/issues/${id}`))).status).toBe(404)
    expect(await fresh(home)).toMatchObject([
      { target: id, detail: { method: 'GET', route: '/issues/{id}', answered: 404 } },
    ])
    expect((await reporter.get(home.at('/inspections/zhangsan'))).status).toBe(404)
    expect(await fresh(home)).toMatchObject([{ target: home.id, detail: { route: '/inspections/{id}' } }])
  })

  test('trying one id after the other leaves one row an hour for each person and route', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const scan = () => Promise.all([1, 2, 3].map(() => reporter.get(home.at(`/meetings/${newId()}`))))
    await scan()
    expect(await fresh(home)).toHaveLength(1)
    await scan()
    expect(await fresh(home)).toEqual([])
    const leader = await home.member('township_leader', home.townships[0]?.id)
    await leader.get(home.at(`/meetings/${newId()}`))
    expect(await fresh(home)).toHaveLength(1)
    vi.setSystemTime(Date.now() + 3_600_000)
    await scan()
    expect(await fresh(home)).toHaveLength(1)
  })

  test('a refused write keeps its Idempotency-Key for one that may', async () => {
    const key = { 'idempotency-key': newId() }
    const team = (area: string | undefined) => ({ name: '志愿队', area, members: 3 })
    const asked = (at: number) => reporter.post(home.at('/teams'), team(home.townships[at]?.id), key)
    expect((await asked(1)).status).toBe(403)
    expect(await home.db.find(receipt)).toEqual([])
    expect((await asked(0)).status).toBe(201)
    await fresh(home)
  })

  test('what is allowed costs what it did: nothing is asked and nothing written for it', async () => {
    const before = await home.db.count(audit)
    for (const path of ['', '/areas?limit=1', '/issues', '/notices']) {
      expect((await reporter.get(home.at(path))).status).toBe(200)
    }
    const lines = await logged(() => reporter.get(home.at('/boards')))
    expect(lines).toMatchObject([{ route: '/api/v1/counties/:county/boards', trips: 2, rowsWritten: 0 }])
    expect(await home.db.count(audit)).toBe(before)
  })

  test('a request that is only wrong is no denial', async () => {
    expect((await reporter.post(home.at('/teams'), {})).status).toBe(422)
    expect((await new Client().get(home.at('/areas'))).status).toBe(401)
    expect(await fresh(home)).toEqual([])
  })

  test('the office sees it and filters by it, in both languages', async () => {
    const found = await home.office.get(home.at('/audit?verb=access.denied'))
    const { items } = found.body as { items: AuditEntry[] }
    expect(items.length).toBeGreaterThan(3)
    const sheet = await home.office.get(home.at('/audit/sheet?format=csv&kind=access'))
    expect(sheet.text).toContain('访问被拒绝')
  })
})

describe('in another county', () => {
  test('who asks for it leaves it at home, and nothing there', async () => {
    const before = await other.db.find(audit)
    const wanted = `/counties/${other.id}/areas`
    expect((await reporter.get(wanted)).status).toBe(404)
    expect((await reporter.post(wanted, { name: '新村' })).status).toBe(404)
    expect(await fresh(home)).toMatchObject([
      { target: other.id, detail: { method: 'GET', route: '/', answered: 404 } },
      { target: other.id, detail: { method: 'POST', route: '/', answered: 404 } },
    ])
    expect(await other.db.find(audit)).toEqual(before)
  })

  test('a machine’s token too', async () => {
    const made = await home.office.post(home.at('/tokens'), {
      ...{ name: '机器', role: 'county_leader', expiresInDays: 1 },
    })
    const { token, secret } = made.body as { token: { id: string }; secret: string }
    const { id } = token
    expect((await new Client(secret).get(`/counties/${other.id}`)).status).toBe(404)
    expect(await fresh(home)).toMatchObject([{ actor: id, target: other.id }])
    expect(await other.db.find(audit, eq(audit.actor, id))).toEqual([])
  })

  test('a county that exists costs and answers as one that does not, whichever comes first', async () => {
    const asked = async (client: Client, county: string) => {
      let answer: Answer | undefined
      const [line] = await logged(async () => {
        answer = await client.get(`/counties/${county}/boards`)
      })
      const headers = [...(answer?.headers.keys() ?? [])].sort()
      return {
        ...{ status: answer?.status, headers, length: answer?.text.length },
        ...{ trips: line?.trips, statements: line?.statements, rowsWritten: line?.rowsWritten },
      }
    }
    const [one, two] = [await home.member('county_leader'), await home.member('county_leader')]
    const [foreign, missing] = [await asked(one, other.id), await asked(one, newId())]
    const [missingFirst, foreignLast] = [await asked(two, newId()), await asked(two, other.id)]
    expect([missing, missingFirst, foreignLast]).toEqual([foreign, foreign, foreign])
    expect(foreign.headers).not.toContain('x-bookmark')
  })
})

/** The county's denials that no test has seen yet, in the order they came. */
async function fresh({ db }: TestCounty): Promise<Row<typeof audit>[]> {
  const rows = await db.find(audit, eq(audit.verb, 'access.denied'), { orderBy: audit.id })
  const found = rows.filter(({ id }) => !seen.has(id))
  for (const { id } of found) seen.add(id)
  return found
}

type Line = { route: string; trips: number; statements: number; rowsWritten: number }

/** The operator's log of some requests. */
async function logged(ask: () => Promise<unknown>): Promise<Line[]> {
  const lines: Line[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(JSON.parse(line)))
  const vars: { XIANGBANG_LOG?: string } = env
  vars.XIANGBANG_LOG = 'requests'
  await ask()
  delete vars.XIANGBANG_LOG
  log.mockRestore()
  return lines
}
