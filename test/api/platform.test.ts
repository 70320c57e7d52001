import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DeadLetter, PlatformCounty, PlatformOverview } from '../../schema/api/platform.ts'
import { bury, noteFailure } from '../../worker/actions/platform/job-failures.ts'
import { tick } from '../../worker/actions/tick.ts'
import { makeDue, readDue } from '../../worker/data/due-clock.ts'
import { aBoard, auditOf, roundsOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, anAccount, signedIn, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'

let platform: Client
let jingtai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
  const account = await anAccount(jingtai.control)
  await jingtai.control.run({
    sql: sql`update account set platform = 1 where id = ${account.id}`,
    decode: () => null,
  })
  platform = await signedIn(jingtai.control, account.id)
})

describe('a suspended county', () => {
  test('can be read but not changed, shows nothing in public, and goes on where it stood', async () => {
    const { office, at, id } = jingtai
    const board = await aBoard(jingtai, { visibility: 'public', policy: ranksAlone })
    await aPublishedWeek(jingtai, board)
    expect((await platform.get(`/public/counties/${id}/boards`)).status).toBe(200)

    const suspended = await platform.put(`/platform/counties/${id}/suspension`, { reason: '未核实单位' })
    expect(suspended.body).toMatchObject({ id, status: 'approved', suspendedFor: '未核实单位' })
    expect((suspended.body as PlatformCounty).suspendedAt).toMatch(/Z$/)
    expect((await platform.put(`/platform/counties/${id}/suspension`, { reason: '再次' })).status).toBe(409)
    expect((await office.get(at('/areas'))).status).toBe(200)
    const refused = await office.post(at('/units'), { name: '组', kind: 'group' })
    expect(refused.body).toMatchObject({ status: 403, type: '/problems/county-suspended' })
    expect((await office.get('/me')).body).toMatchObject({ memberships: [{ county: { suspended: true } }] })
    expect((await office.get(`/public/counties/${id}/boards`)).status).toBe(404)
    expect((await office.get(`/c/${id}`)).status).toBe(404)

    expect((await platform.delete(`/platform/counties/${id}/suspension`)).body).toMatchObject({
      suspendedAt: null,
    })
    expect((await office.post(at('/units'), { name: '组', kind: 'group' })).status).toBe(201)
    expect((await platform.get(`/public/counties/${id}/boards`)).status).toBe(200)
    expect(await auditOf(jingtai, id)).toEqual(['county.suspend', 'county.resume'])
  })

  test('rests: nothing opens by itself until it goes on', async () => {
    const county = await aCounty('410822')
    const board = await aBoard(county)
    await platform.put(`/platform/counties/${county.id}/suspension`, { reason: '暂停' })
    await tick(env, county.id, new Date())
    expect(await roundsOf(county, board)).toHaveLength(0)
    await platform.delete(`/platform/counties/${county.id}/suspension`)
    expect((await readDue(county.control, county.id))?.at).toBeLessThanOrEqual(Date.now())
    await tick(env, county.id, new Date())
    expect(await roundsOf(county, board)).toHaveLength(1)
  })
})

describe('the platform', () => {
  test('counts counties by state and what each shard carries, and says how late the clock is', async () => {
    const late = await aCounty('310115', 2)
    await makeDue(late.control, late.id, Date.now() - 3_600_000)
    const { counties, shards, health } = (await platform.get('/platform/overview')).body as PlatformOverview
    expect(counties.approved).toBeGreaterThan(0)
    expect(shards.map(({ shard }) => shard)).toEqual([0, 1, 2, 3])
    expect(shards[2]?.counties).toBe(1)
    expect(health.overdue).toBeGreaterThanOrEqual(1)
    expect(health.lateBy).toBeGreaterThanOrEqual(3600)
    await tick(env, late.id, new Date())
  })

  test('finds a county by its name or code, by state, a page at a time', async () => {
    const named = async (query: string) => {
      const { items, nextCursor } = (await platform.get(`/platform/counties?${query}`)).body as {
        items: PlatformCounty[]
        nextCursor: string | null
      }
      return { names: items.map(({ name }) => name), nextCursor }
    }
    expect((await named('q=景泰')).names).toContain('景泰县')
    expect((await named('q=6204')).names).toContain('景泰县')
    expect((await named('q=景泰&status=suspended')).names).toEqual([])
    const first = await named('limit=1')
    const second = await named(`limit=1&cursor=${first.nextCursor}`)
    expect(second.names).not.toEqual(first.names)
  })

  test('is nobody else’s', async () => {
    for (const path of ['/platform/overview', '/platform/dead-letters', '/platform/counties'])
      expect((await jingtai.office.get(path)).status).toBe(404)
    const own = `/platform/counties/${jingtai.id}/suspension`
    expect((await jingtai.office.put(own, { reason: '试试' })).status).toBe(404)
    expect((await platform.put('/platform/counties/nobody/suspension', { reason: '无' })).status).toBe(404)
  })
})

describe('work that keeps failing', () => {
  const dead = async (id: string) =>
    ((await platform.get('/platform/dead-letters')).body as { items: DeadLetter[] }).items.filter(
      ({ county }) => county.id === id,
    )

  test('is one dead letter and one row of audit, however often; done at last it is neither', async () => {
    const county = await aCounty('410822')
    const body = { kind: 'tick', county: county.id, at: 0 }
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 2; attempt++)
        await noteFailure(env, body, new Error('no such column'), new Date())
      await bury(env, body, new Date())
    }
    expect(await dead(county.id)).toMatchObject([
      { kind: 'tick', error: 'Error: no such column', failures: 6, deaths: 3 },
    ])
    expect(await auditOf(county, county.id)).toEqual(['job.dead'])

    await makeDue(county.control, county.id, Date.now())
    await tick(env, county.id, new Date())
    expect(await dead(county.id)).toEqual([])
    // Failing again after a success is news again.
    await bury(env, body, new Date())
    expect(await dead(county.id)).toMatchObject([{ deaths: 1 }])
    expect(await auditOf(county, county.id)).toEqual(['job.dead', 'job.dead'])
  })

  test('can be tried again at once', async () => {
    const county = await aCounty('410822')
    await tick(env, county.id, new Date())
    expect((await readDue(county.control, county.id))?.at).toBeGreaterThan(Date.now())
    expect((await platform.put(`/platform/counties/${county.id}/nudge`)).status).toBe(204)
    expect((await readDue(county.control, county.id))?.at).toBeLessThanOrEqual(Date.now())
    expect((await platform.put('/platform/counties/nobody/nudge')).status).toBe(404)
  })
})
