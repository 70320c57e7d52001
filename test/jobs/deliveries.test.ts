import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { delivery, webhook as webhookTable } from '../../schema/tables/county.ts'
import { keepDeliveries } from '../../worker/actions/deliveries/keep-deliveries.ts'
import { tick } from '../../worker/actions/tick.ts'
import { announce, sendAnew, takeDelivery } from '../../worker/data/deliveries.ts'
import { readDue } from '../../worker/data/due-clock.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Job } from '../../worker/jobs/job.ts'
import { onMessages } from '../../worker/jobs/on-messages.ts'
import { clockAt } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let county: TestCounty
beforeEach(async () => {
  county = await aCounty('620423', 2)
})
afterEach(() => vi.unstubAllGlobals())

type Received = { url: string; redirect: string | undefined; delivery: string | null; body: string }

/** A receiver in place of the world outside, which answers in turn; the last answer stays. */
function receiver(...answers: (() => Response | Promise<Response>)[]): Received[] {
  const received: Received[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    const delivery = headers.get('x-xiangbang-delivery')
    received.push({ url, redirect: init.redirect, delivery, body: String(init.body) })
    return (answers[received.length - 1] ?? answers.at(-1))?.() ?? new Response()
  })
  return received
}

async function aWebhook(format: 'json' | 'wecom'): Promise<string> {
  const wanted = { name: '平台', url: 'https://hooks.gov.cn/in', format, events: ['round.published'] }
  const { body } = await county.office.post(county.at('/webhooks'), wanted)
  return (body as { id: string }).id
}

/** Written as a ping is, but with no word to the queue: these tests hand over by themselves. */
async function pinged(only: string): Promise<{ id: string }> {
  const message = { title: '测试', text: '测试', url: null }
  const told = { event: 'ping' as const, message, at: new Date().toISOString() }
  const [[made]] = await county.db.write(
    announce(county.db, { ...told, id: newId(), subject: newId() }, { only }),
  )
  if (!made) throw new Error(`no webhook ${only}`)
  return made
}

/** Hands a delivery to the consumer as the queue does. */
async function consume(id: string, times = 1): Promise<string[]> {
  const body: Job = { kind: 'deliver', county: county.id, delivery: id, at: Date.now() }
  const messages = Array.from({ length: times }, (_, at) => ({
    ...{ id: `m${at}`, timestamp: new Date(), attempts: 1, body },
  }))
  const batch = createMessageBatch('xiangbang-jobs', messages)
  await onMessages(batch as never, env)
  return (await getQueueResult(batch, createExecutionContext())).explicitAcks
}

async function stored(id: string) {
  const [row] = await county.db.find(delivery, eq(delivery.id, id))
  if (!row) throw new Error(`no delivery ${id}`)
  return row
}

/** What the clock hands to the queue at `now`, and when it looks next. */
async function handedAt(now: Date) {
  const sent: Job[] = []
  const sendBatch = async (batch: Iterable<{ body: Job }>) => {
    sent.push(...[...batch].map(({ body }) => body))
  }
  const context = await clockAt(county, now)
  const JOBS = { ...env.JOBS, sendBatch } as unknown as typeof env.JOBS
  const next = await keepDeliveries({ ...context, env: { ...context.env, JOBS } })
  return { next, deliveries: sent.flatMap((job) => (job.kind === 'deliver' ? [job.delivery] : [])) }
}

test('a message handed over three times is sent once, and redirects are not followed', async () => {
  const received = receiver(() => new Response('ok'))
  const { id } = await pinged(await aWebhook('json'))
  expect(await consume(id, 3)).toEqual(['m0', 'm1', 'm2'])
  await consume(id)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ url: 'https://hooks.gov.cn/in', redirect: 'manual', delivery: id })
  expect(await stored(id)).toMatchObject({ state: 'delivered', attempts: 1, status: 200, nextAt: null })
})

test('a program that fails is tried again, as the same delivery, when its time has come', async () => {
  const received = receiver(
    () => new Response('', { status: 500 }),
    () => new Response('', { status: 200 }),
  )
  const { id } = await pinged(await aWebhook('json'))
  await consume(id)
  const { state, nextAt } = await stored(id)
  expect(state).toBe('pending')
  await consume(id)
  expect(received).toHaveLength(1)
  expect((await readDue(county.control, county.id))?.at).toBeLessThanOrEqual(nextAt ?? 0)

  const early = await handedAt(new Date((nextAt ?? 0) - 1))
  expect(early).toEqual({ deliveries: [], next: nextAt })
  expect((await handedAt(new Date(nextAt ?? 0))).deliveries).toEqual([id])
  await county.db.write(county.db.update(delivery, { nextAt: Date.now() }, eq(delivery.id, id)))
  await consume(id)
  expect(received.map((one) => one.delivery)).toEqual([id, id])
  expect(await stored(id)).toMatchObject({ state: 'delivered', attempts: 2 })
})

test('a robot that falls silent is not told twice: the office decides', async () => {
  const received = receiver(
    () => Promise.reject(new DOMException('', 'TimeoutError')),
    () => new Response('{"errcode":0}'),
  )
  const { id } = await pinged(await aWebhook('wecom'))
  await consume(id)
  expect(await stored(id)).toMatchObject({ state: 'unknown', fault: 'timeout', nextAt: null })
  await tick(env, county.id, new Date(Date.now() + 86_400_000))
  expect(received).toHaveLength(1)

  const [again] = await county.db.write(sendAnew(county.db, id, Date.now()))
  expect(again).toMatchObject([{ id, state: 'pending', attempts: 0 }])
  await consume(id)
  expect(received).toHaveLength(2)
  expect(await county.db.write(sendAnew(county.db, id, Date.now()))).toEqual([[]])
})

test('what was on its way when its run died is of unknown fate and not sent by itself', async () => {
  const received = receiver(() => new Response('ok'))
  const { id } = await pinged(await aWebhook('json'))
  const now = Date.now()
  await county.db.write(takeDelivery(county.db, id, now))
  expect(await handedAt(new Date(now))).toEqual({ deliveries: [], next: now + 120_000 })
  await handedAt(new Date(now + 120_000))
  expect(await stored(id)).toMatchObject({ state: 'unknown', fault: 'interrupted' })
  await consume(id)
  expect(received).toEqual([])
})

test('a paused webhook is told nothing until it is opened again', async () => {
  const received = receiver(() => new Response('ok'))
  const webhook = await aWebhook('json')
  const { id } = await pinged(webhook)
  await county.db.write(county.db.update(webhookTable, { paused: true }, eq(webhookTable.id, webhook)))
  await consume(id)
  expect((await handedAt(new Date())).deliveries).toEqual([])
  expect(received).toEqual([])
  await county.db.write(county.db.update(webhookTable, { paused: false }, eq(webhookTable.id, webhook)))
  await consume(id)
  expect(received).toHaveLength(1)
})

test('an answer without end is read no further than it matters', async () => {
  let pulls = 0
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(stream) {
          pulls += 1
          stream.enqueue(new Uint8Array(1024))
        },
      }),
    )
  receiver(endless)
  const { id } = await pinged(await aWebhook('json'))
  await consume(id)
  expect(await stored(id)).toMatchObject({ state: 'delivered' })
  expect(pulls).toBeLessThan(10)
})
