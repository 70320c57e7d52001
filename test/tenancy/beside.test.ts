import { createMessageBatch } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { delivery, receipt } from '../../schema/tables/county.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Job } from '../../worker/jobs/job.ts'
import { onMessages } from '../../worker/jobs/on-messages.ts'
import { aFullCounty, type Fixture } from './fixture.ts'
import { call, exampleOf, reads } from './routes.ts'
import { unpacked } from './unpacked.ts'
import { touched, watch } from './watch.ts'

/** Two counties on one shard: what one asks for, sends twice or queues never reaches the other. */

let victim: Fixture
let intruder: Fixture
beforeAll(async () => {
  victim = await aFullCounty('620423', 0, 'CANARY')
  intruder = await aFullCounty('410822', 0, 'OTHER')
  await watch('SHARD_00')
})
afterEach(() => vi.unstubAllGlobals())

describe('searches', () => {
  const searched = reads.filter(({ query }) => query.some(({ name }) => name !== 'limit'))

  test.for(searched)('$name finds nothing of the other, whatever is asked for', async (route) => {
    const { office, id } = intruder.county
    const ids = idsOf(victim)
    for (const [at, { name, schema }] of route.query.entries()) {
      if (name === 'limit' || schema.enum || schema.format) continue
      const asked = name === 'q' || name === 'cursor' ? [victim.canary, ids[0] ?? ''] : ids
      // Two at each parameter, others at the next.
      const some = [0, 1].map((more) => asked[(at + more) % asked.length] ?? '')
      for (const value of some) {
        const query = `?${name}=${encodeURIComponent(value)}`
        const answer = await call(office, route, id, intruder, { ...exampleOf(route), query })
        expect(answer.status, query).toBeLessThan(500)
        expect(unpacked(answer), query).not.toContain(victim.canary)
      }
    }
  })
})

/** What the other county's things are called, by id. */
function idsOf(own: Fixture): string[] {
  const { county, township, village, unit, board, published, ledger, field, member, webhook } = own
  return [village, unit, township, ledger.category, board, published, field.grid, member, webhook, county.id]
}

describe('a request sent again', () => {
  const team = () => ({ name: '志愿队', area: intruder.township, members: 3 })

  test('under another county’s key and body has its own effect and answer', async () => {
    const key = { 'idempotency-key': newId() }
    const body = { name: 'CANARY同名组', kind: 'group' }
    const theirs = await victim.county.office.post(victim.county.at('/units'), body, key)
    const mine = await intruder.county.office.post(intruder.county.at('/units'), body, key)
    expect([theirs.status, mine.status]).toEqual([201, 201])
    expect((mine.body as { id: string }).id).not.toBe((theirs.body as { id: string }).id)
    const stranger = await intruder.county.office.post(victim.county.at('/units'), body, key)
    expect(stranger.status).toBe(404)
  })

  test('by another member of the same county is another request', async () => {
    const { at, db, office, member } = intruder.county
    const key = newId()
    const reporter = await member('township_reporter', intruder.township)
    const sent = [office, reporter].map((by) => by.post(at('/teams'), team(), { 'idempotency-key': key }))
    const [one, two] = await Promise.all(sent)
    expect([one?.status, two?.status]).toEqual([201, 201])
    expect(one?.text).not.toBe(two?.text)
    expect(await db.find(receipt, eq(receipt.key, key))).toHaveLength(2)
  })

  test('by somebody whose role has changed meanwhile is refused instead of repeated', async () => {
    const { at, member, control, id } = intruder.county
    const key = { 'idempotency-key': newId() }
    const reporter = await member('township_reporter', intruder.township)
    const first = await reporter.post(at('/teams'), team(), key)
    expect((await reporter.post(at('/teams'), team(), key)).text).toBe(first.text)
    const me = (await reporter.get('/me')).body as { memberships: { id: string }[] }
    const moved = intruder.county.townships[2]?.id ?? ''
    await control.run({
      sql: sql`update membership set scope = ${moved}, township = ${moved} where county = ${id} and id = ${me.memberships[0]?.id}`,
      decode: () => null,
    })
    const again = await reporter.post(at('/teams'), team(), key)
    expect(again.status).toBe(409)
    expect(again.text).not.toContain((first.body as { id: string }).id)
  })
})

describe('a queue message', () => {
  test('for one county with another’s delivery sends nothing and changes nothing', async () => {
    const called = vi.fn(async () => new Response())
    vi.stubGlobal('fetch', called)
    await forget()
    await consume({ kind: 'deliver', county: intruder.county.id, delivery: victim.delivery, at: Date.now() })
    expect(called).not.toHaveBeenCalled()
    expect(await touched('SHARD_00', victim.county.id)).toEqual([])
  })

  test('carries its own county’s words and no others', async () => {
    const sent: string[] = []
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      sent.push(`${url} ${JSON.stringify([...new Headers(init.headers)])} ${init.body}`)
      return new Response()
    })
    const { db, id } = intruder.county
    const waiting = await db.find(delivery)
    await forget()
    for (const one of waiting)
      await consume({ kind: 'deliver', county: id, delivery: one.id, at: Date.now() })
    await consume({ kind: 'tick', county: id, at: Date.now() })
    expect(sent.length).toBeGreaterThan(0)
    for (const text of sent) {
      expect(text).toContain(intruder.canary)
      expect(text).not.toContain(victim.canary)
    }
    expect(await touched('SHARD_00', victim.county.id)).toEqual([])
  })

  test('that names no county, or one that is none, is put back or let go, and nobody’s rows change', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await forget()
    for (const county of [victim.canary, newId(), '620423'])
      await consume({ kind: 'tick', county, at: Date.now() })
    vi.restoreAllMocks()
    for (const { county } of [victim, intruder]) expect(await touched('SHARD_00', county.id)).toEqual([])
  })
})

async function consume(body: Job): Promise<void> {
  const messages = [{ id: newId(), timestamp: new Date(), attempts: 1, body }]
  await onMessages(createMessageBatch('xiangbang-jobs', messages) as never, env)
}

async function forget(): Promise<void> {
  for (const { county } of [victim, intruder]) await touched('SHARD_00', county.id)
}
