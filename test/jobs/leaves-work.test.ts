import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { dueBy } from '../../worker/actions/nudge.ts'
import { tick } from '../../worker/actions/tick.ts'
import { readDue } from '../../worker/data/due-clock.ts'
import { newId } from '../../worker/data/new-id.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { anIssue, withCatalogue } from '../support/issues.ts'
import { officeContext } from '../support/photos.ts'

/** A request whose route leaves work makes its county due in the round trip that finds its caller. */

let jingtai: TestCounty
let wuyang: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
  wuyang = await aCounty('410822')
  await withCatalogue(jingtai)
})

test('a write leaves its county due, without a round trip of its own', async () => {
  await rest(jingtai)
  const before = Date.now()
  const sent = await jingtai.office.put(jingtai.at(`/issues/${newId()}`), anIssue(jingtai))
  expect(sent.status).toBe(201)
  const due = await readDue(jingtai.control, jingtai.id)
  expect(due?.at).toBeLessThanOrEqual(Date.now())
  expect(due?.version).toBeGreaterThanOrEqual(before)
})

test('what it left is done by the look that follows', async () => {
  await tick(env, jingtai.id, new Date())
  expect((await readDue(jingtai.control, jingtai.id))?.at).toBeGreaterThan(Date.now())
})

test('a read leaves nothing, and neither does who is no member or has signed out', async () => {
  await rest(jingtai)
  await jingtai.office.get(jingtai.at('/issues'))
  const path = jingtai.at(`/issues/${newId()}`)
  expect((await wuyang.office.put(path, anIssue(jingtai))).status).toBe(404)
  const gone = await jingtai.member('county_admin')
  await jingtai.control.run({
    sql: sql`update session set revokedAt = ${new Date().toISOString()} where id in
      (select s.id from session s join membership m on m.account = s.account
        where m.county = ${jingtai.id} order by s.createdAt desc, s.rowid desc limit 1)`,
    decode: () => null,
  })
  expect((await gone.put(path, anIssue(jingtai))).status).toBe(401)
  expect(await readDue(jingtai.control, jingtai.id)).toMatchObject(resting)
})

test('a token leaves work in its own county alone', async () => {
  const machine = await tokenOf(jingtai)
  for (const county of [jingtai, wuyang]) await rest(county)
  expect((await machine.put(wuyang.at(`/issues/${newId()}`), anIssue(jingtai))).status).toBe(404)
  for (const { control, id } of [jingtai, wuyang]) expect(await readDue(control, id)).toMatchObject(resting)
  expect((await machine.put(jingtai.at(`/issues/${newId()}`), anIssue(jingtai))).status).toBe(201)
  expect((await readDue(jingtai.control, jingtai.id))?.at).toBeLessThanOrEqual(Date.now())
})

test('a write that comes long after its request began makes the county due once more', async () => {
  const context = await officeContext(jingtai)
  await rest(jingtai)
  const trips = context.control.cost.trips
  await dueBy({ ...context, madeDue: Date.now() }, 5)
  expect(context.control.cost.trips).toBe(trips)
  await dueBy({ ...context, madeDue: Date.now() - 60_000 }, 5)
  expect(await readDue(jingtai.control, jingtai.id)).toMatchObject({ at: 5 })
})

const resting = { at: 9_000_000_000_000, version: 7 }

/** Nothing is due, and nobody has nudged since 1970. */
async function rest({ control, id }: TestCounty): Promise<void> {
  const { at, version } = resting
  await control.run({
    sql: sql`update due set at = ${at}, version = ${version} where county = ${id}`,
    decode: () => null,
  })
}

async function tokenOf({ office, at }: TestCounty): Promise<Client> {
  const wanted = { name: '平台', role: 'county_admin', expiresInDays: 1 }
  const made = await office.post(at('/tokens'), wanted)
  return new Client((made.body as { secret: string }).secret)
}
