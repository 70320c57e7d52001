import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { audit, auditSeal } from '../../schema/tables/county.ts'
import { record } from '../../worker/actions/audit.ts'
import { onSchedule } from '../../worker/cron/on-schedule.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { countFailure } from '../../worker/data/job-failures.ts'
import { readVitalSign } from '../../worker/data/vital-signs.ts'
import { keptDays } from '../../worker/domain/audit/seal.ts'
import type { Env } from '../../worker/env.ts'
import type { Job } from '../../worker/jobs/job.ts'
import { onMessages } from '../../worker/jobs/on-messages.ts'
import { auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

const day = 86_400_000
// Five minutes past the next 02:30 in Asia/Shanghai that is a day off, and the same time on the nights after.
const night = (n: number) => Math.ceil(Date.now() / day) * day + n * day + 18.5 * 3_600_000 + 300_000

/** Runs a cron at an instant; answers the counties it wants sealed. */
async function cron(at: number, bindings: Partial<Env> = {}): Promise<string[]> {
  const sent: Job[] = []
  const sendBatch = async (batch: Iterable<{ body: Job }>) => {
    sent.push(...[...batch].map(({ body }) => body))
  }
  const JOBS = { ...env.JOBS, sendBatch }
  await onSchedule(
    { scheduledTime: at, cron: '*/5 * * * *' } as never,
    { ...env, ...bindings, JOBS } as never,
  )
  return sent.filter(({ kind }) => kind === 'seal').map(({ county }) => county)
}

async function deliver(body: Job) {
  const message = { id: 'm', timestamp: new Date(), attempts: 1, body }
  const batch = createMessageBatch('xiangbang-jobs', [message])
  await onMessages(batch as never, env)
  return (await getQueueResult(batch, createExecutionContext())).explicitAcks
}

const act = ({ db }: TestCounty, at: number) =>
  db.write(record({ db, now: new Date(at), member: { id: 'system' } }, 'a.b', 'x'))
const sealOf = (county: TestCounty, at: number) => deliver({ kind: 'seal', county: county.id, at })
const blocks = ({ db }: TestCounty) => db.count(auditSeal)

let busy: TestCounty
let idle: TestCounty
beforeEach(async () => {
  busy = await aCounty('620423', 0)
  idle = await aCounty('410822', 1)
  for (const county of [busy, idle]) await sealOf(county, night(0))
})

test('a night seals the counties that wrote something, once, and wakes no other', async () => {
  await act(busy, night(0) + 3_600_000)
  const wanted = await cron(night(1))
  expect(wanted).toContain(busy.id)
  expect(wanted).not.toContain(idle.id)
  expect(await sealOf(busy, night(1))).toEqual(['m'])
  expect(await blocks(busy)).toBe(2)
  // The crons of the day after ask no shard again.
  const spoiled = { SHARD_00: undefined, SHARD_01: undefined } as never
  expect(await cron(night(1) + 300_000, spoiled)).toEqual([])
  expect(await cron(night(2) - 600_000, spoiled)).toEqual([])
})

test('no night clears the audit: what was done stands there as long as it must, and longer', async () => {
  await act(busy, Date.now())
  const before = await busy.db.find(audit, undefined, { orderBy: audit.id })
  for (const days of [keptDays, 10 * 366]) await cron(night(days))
  expect(keptDays).toBeGreaterThanOrEqual(180)
  expect(await busy.db.find(audit, undefined, { orderBy: audit.id })).toEqual(before)
})

test('nights the machine was off are made up for by whichever cron comes first', async () => {
  for (const n of [0, 1, 2]) await act(busy, night(n) + 3_600_000)
  expect(await cron(night(3) + 7 * 3_600_000)).toContain(busy.id)
  await sealOf(busy, night(3) + 7 * 3_600_000)
  expect(await blocks(busy)).toBe(2)
})

test('a shard that does not answer keeps the others waiting for nothing, and is asked again', async () => {
  for (const county of [busy, idle]) await act(county, night(0) + 3_600_000)
  const broken = {
    prepare: () => {
      throw new Error('away')
    },
    batch: () => Promise.reject(new Error('away')),
  }
  const [failed] = await Promise.allSettled([cron(night(4), { SHARD_01: broken } as never)])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'away' } })
  const wanted = await cron(night(4) + 300_000)
  expect(wanted).toContain(busy.id)
  expect(wanted).toContain(idle.id)
  const control = new ControlDb(env.CONTROL)
  expect((await readVitalSign(control, 'seal'))?.at).toBeGreaterThan(night(3))
})

test('a sealing that failed and then works settles its own failure and no other’s', async () => {
  const { control, id } = busy
  const at = new Date().toISOString()
  const failed = { county: id, error: 'x', at }
  await control.run(countFailure({ ...failed, kind: 'seal' }), countFailure({ ...failed, kind: 'tick' }))
  await sealOf(busy, night(1))
  const { results } = await env.CONTROL.prepare(
    'select kind from job_failure where county = ? and resolvedAt is null',
  )
    .bind(id)
    .all()
  expect(results).toEqual([{ kind: 'tick' }])
})

test('a block that is not as its digest says fails the sealing, so that the office reads of it', async () => {
  const digest = `${busy.id}/audit/00000002.txt`
  await env.FILES.put(digest, 'something else', { customMetadata: { hash: 'x' } })
  await act(busy, night(0) + 3_600_000)
  expect(await sealOf(busy, night(1))).toEqual([])
  const dead = createMessageBatch('xiangbang-jobs-dead', [
    { id: 'm', timestamp: new Date(), attempts: 1, body: { kind: 'seal', county: busy.id, at: night(1) } },
  ])
  await onMessages(dead as never, env)
  expect(await auditOf(busy, busy.id)).toContain('job.dead')
})
