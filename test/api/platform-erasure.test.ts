import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PlatformErasure } from '../../schema/api/erasures.ts'
import { checkArchive } from '../../worker/actions/archive/check-archive.ts'
import { tick } from '../../worker/actions/tick.ts'
import { readDue } from '../../worker/data/due-clock.ts'
import { sourceOf } from '../support/archives.ts'
import { auditOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPlatformAdmin } from '../support/erasures.ts'

const day = 86_400_000
let first: Client
let county: TestCounty
beforeAll(async () => {
  county = await aCounty('620423')
  first = await aPlatformAdmin(county.control)
})
const path = () => `/platform/counties/${county.id}/erasure`
const asks = (by: Client, code = '620423') => by.put(path(), { code, reason: '并入邻县' })
const stateOf = async () =>
  ((await first.get('/platform/erasures')).body as { items: PlatformErasure[] }).items[0]

describe('asking for a county to be erased', () => {
  test('wants the county’s code, suspends the county for 30 days, tells its office, and can be taken back', async () => {
    expect((await asks(first, '620422')).body).toMatchObject({ type: '/problems/erasure-code' })
    const asked = await asks(first)
    expect(asked.body).toMatchObject({ state: 'requested', code: '620423' })
    const { requestedAt, dueAt } = asked.body as PlatformErasure
    expect(Date.parse(dueAt) - Date.parse(requestedAt)).toBe(30 * day)
    expect((await asks(first)).body).toMatchObject({ type: '/problems/erasure-open' })

    const { office, at } = county
    expect((await office.post(at('/units'), { name: '组', kind: 'group' })).status).toBe(403)
    expect((await office.get(`/public/counties/${county.id}/boards`)).status).toBe(404)
    expect((await office.get(at('/erasure'))).body).toMatchObject({
      erasure: { state: 'requested', reason: '并入邻县', dueAt, mayConfirm: true },
    })
    // Resuming it by the other way would leave an erasure waiting under a county that works.
    expect((await first.delete(`/platform/counties/${county.id}/suspension`)).status).toBe(409)

    expect((await first.delete(path())).body).toMatchObject({ state: 'cancelled' })
    expect((await office.post(at('/units'), { name: '组', kind: 'group' })).status).toBe(201)
    expect((await office.get(at('/erasure'))).body).toEqual({ erasure: null })
    expect((await first.delete(path())).status).toBe(404)
    expect(await auditOf(county, county.id)).toEqual(['county.erasure.request', 'county.erasure.cancel'])
  })

  test('leaves a county suspended that was suspended before', async () => {
    const suspension = `/platform/counties/${county.id}/suspension`
    await first.put(suspension, { reason: '未核实单位' })
    await asks(first)
    await first.delete(path())
    expect((await county.office.post(county.at('/units'), { name: '组', kind: 'group' })).status).toBe(403)
    await first.delete(suspension)
  })

  test('is for nobody else, and an unknown county is not found', async () => {
    expect((await asks(county.office)).status).toBe(404)
    expect((await county.office.get('/platform/erasures')).status).toBe(404)
    const nobody = '/platform/counties/nobody/erasure'
    expect((await first.put(nobody, { code: '620423', reason: '无' })).status).toBe(404)
    expect((await first.put(`${nobody}/confirmation`)).status).toBe(404)
  })
})

describe('confirming', () => {
  beforeEach(async () => {
    await asks(first)
    return async () => {
      await first.delete(path())
    }
  })

  test('is never for whoever asked; where the platform has but one, the county’s own office can', async () => {
    expect((await first.put(`${path()}/confirmation`)).body).toMatchObject({
      type: '/problems/erasure-second-person',
    })
    const reporter = await county.member('county_leader')
    expect((await reporter.put(`${path()}/confirmation`)).status).toBe(404)
    const elsewhere = await aCounty('410822')
    expect((await elsewhere.office.put(`${path()}/confirmation`)).status).toBe(404)
    expect((await county.office.delete(path())).status).toBe(403)
    expect((await county.office.put(`${path()}/confirmation`)).body).toMatchObject({ state: 'confirmed' })
    // Whoever confirmed may think again.
    expect((await county.office.delete(path())).body).toMatchObject({ state: 'cancelled' })
  })

  test('is for another platform administrator where there is one, and then not for the office', async () => {
    const second = await aPlatformAdmin(county.control)
    expect((await county.office.put(`${path()}/confirmation`)).status).toBe(403)
    expect((await second.put(`${path()}/confirmation`)).body).toMatchObject({ state: 'confirmed' })
    expect((await second.put(`${path()}/confirmation`)).status).toBe(409)
  })

  test('has to come within the 30 days, or the request lapses and the county goes on', async () => {
    await tick(env, county.id, new Date())
    const waiting = await stateOf()
    expect((await readDue(county.control, county.id))?.at).toBeLessThanOrEqual(
      Date.parse(waiting?.dueAt ?? ''),
    )
    await tick(env, county.id, new Date(Date.now() + 31 * day))
    expect(await stateOf()).toMatchObject({ state: 'lapsed', cancelledBy: null })
    expect((await county.office.post(county.at('/units'), { name: '组', kind: 'group' })).status).toBe(201)
  })
})

describe('a county’s archive as a download', () => {
  test('is streamed to the platform and to the county’s own office, audited, and sound', async () => {
    for (const answer of [
      await first.get(`/platform/counties/${county.id}/archive`),
      await county.office.get(county.at('/archive')),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/zip')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const { manifest } = await checkArchive(sourceOf(answer.bytes))
      expect(manifest.county).toMatchObject({ id: county.id, code: '620423' })
      expect(manifest.withAccounts).toBe(false)
      expect(new TextDecoder().decode(answer.bytes)).not.toContain('scrypt')
    }
    const downloads = (await auditOf(county, county.id)).filter((verb) => verb === 'county.archive')
    expect(downloads).toHaveLength(2)
  })

  test('is for nobody else', async () => {
    const leader = await county.member('county_leader')
    expect((await leader.get(county.at('/archive'))).status).toBe(403)
    expect((await leader.get(`/platform/counties/${county.id}/archive`)).status).toBe(404)
  })
})
