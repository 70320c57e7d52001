import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { confirm, request } from '../../worker/actions/platform/erasure.ts'
import { keepErasure } from '../../worker/actions/platform/keep-erasure.ts'
import { systemContext, tick } from '../../worker/actions/tick.ts'
import { listErasures } from '../../worker/data/erasures.ts'
import { packed, sumsOf } from '../support/archives.ts'
import { Client } from '../support/client.ts'
import { anAccount, type TestCounty } from '../support/county.ts'
import { failing, whereabouts } from '../support/erasures.ts'
import { aFullCounty, type Fixture } from '../tenancy/fixture.ts'

const day = 86_400_000
let own: Fixture
let other: Fixture
/** A member of both counties, who keeps the account. */
let shared: string
/** All that the one's archive holds, unpacked. */
let unpacked: string
beforeAll(async () => {
  own = await aFullCounty('620422', 1, 'GONE')
  other = await aFullCounty('410822', 1, 'STAYS')
  shared = (await anAccount(own.county.control)).id
  for (const { county } of [own, other])
    await county.control.run({
      sql: sql`insert into membership (id, county, account, login, name, role, scopeKind, createdAt)
        values (${`both-${county.id}`}, ${county.id}, ${shared}, 'both', '某人', 'county_leader', 'county', '2026-01-01T00:00:00.000Z')`,
      decode: () => null,
    })
  const files = Object.values(unzipSync((await packed(own.county)).zip))
  unpacked = files.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
})

/** Two people agree, 30 days before the time it gives. */
async function agreed({ id, code, control }: TestCounty): Promise<Date> {
  const now = new Date()
  const context = { env, control, now, origin: '' }
  await request(context, id, { code, reason: 'GONE 并入邻县' }, { id: 'one', platform: true })
  await confirm(context, id, { id: 'two', platform: true })
  return new Date(now.getTime() + 30 * day)
}

test('a county’s archive holds nothing of its neighbour on the shard', () => {
  expect(unpacked).toContain('GONE')
  expect(unpacked).not.toContain('STAYS')
  expect(unpacked).not.toContain(other.county.id)
})

test('an erasure goes on from wherever it is cut off, and leaves nothing of the county but the tombstone', async () => {
  const { county } = own
  const before = { sums: await sumsOf(other.county, 1), rows: await sumsOf(county, 1) }
  // Whatever of it is kept for quick answers goes too.
  expect((await new Client().get('/c/620422')).status).toBe(200)
  const due = await agreed(county)
  const early = new Date(due.getTime() - 1000)
  await tick(env, county.id, early)
  expect((await county.office.get(county.at('/areas'))).status).toBe(200)

  // Every operation fails once, some of them after they were done.
  let failures = 0
  for (let at = 1; at <= 140; at += at < 20 ? 1 : 5) {
    await tick(failing(at, at % 2 === 0 ? 'after' : 'before'), county.id, due).catch((error: Error) => {
      expect(error.message).toContain(`operation ${at} failed`)
      failures += 1
    })
  }
  expect(failures).toBeGreaterThan(25)
  await tick(env, county.id, due)

  expect(await whereabouts(county.id)).toEqual([])
  expect(await whereabouts('GONE')).toEqual([])
  const [stone] = await listErasures(county.control, 1)
  expect(stone).toMatchObject({ county: county.id, code: '620422', state: 'erased', reason: null })
  expect(stone).toMatchObject({ requestedBy: 'one', confirmedBy: 'two' })
  expect(stone?.files).toBeGreaterThan(0)
  const rows = Object.values(before.rows).reduce((sum, table) => sum + table.rows, 0)
  // Asking and confirming were written into the audit after it was counted here.
  expect(stone?.rows).toBe(rows + 2)
  expect((await county.office.get(county.at('/areas'))).status).toBe(401)
  for (const address of [county.id, county.code])
    expect((await new Client().get(`/c/${address}`)).status, address).toBe(404)

  expect(await sumsOf(other.county, 1)).toEqual(before.sums)
  expect((await other.county.office.get(other.county.at('/areas'))).status).toBe(200)
  expect(await whereabouts(shared)).toContain('CONTROL.account.id')
})

test('done twice at once, and by a run that may do little, it is done once', async () => {
  const due = await agreed(other.county)
  const at = new Date(due.getTime() + day)
  const context = await systemContext(env, other.county.id, at)
  if (!context) throw new Error('no county')
  for (let run = 0; run < 3; run++) expect(await keepErasure(context, 3)).toBe(at.getTime())
  const runs = await Promise.allSettled([0, 1, 2].map(() => tick(env, other.county.id, at)))
  expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true)
  await tick(env, other.county.id, at)
  expect(await whereabouts(other.county.id)).toEqual([])
  expect(await whereabouts('STAYS')).toEqual([])
  expect(await whereabouts(shared)).toEqual([])
  expect((await listErasures(other.county.control, 5)).map(({ state }) => state)).toEqual([
    'erased',
    'erased',
  ])
})
