import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { onSchedule } from '../../worker/cron/on-schedule.ts'
import { makeDue, readDue } from '../../worker/data/due-clock.ts'
import { shardOf } from '../../worker/data/shards.ts'
import type { Job } from '../../worker/jobs/job.ts'
import { onMessages } from '../../worker/jobs/on-messages.ts'
import { aBoard, auditOf, roundsOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

const nudge = (county: { id: string }, at = Date.now()): Job => ({ kind: 'tick', county: county.id, at })

/** Delivers messages as the queue does and gives which were done and which are to be tried again. */
async function deliver(bodies: readonly unknown[], queue = 'xiangbang-jobs') {
  const messages = bodies.map((body, at) => ({ id: `m${at}`, timestamp: new Date(), attempts: 1, body }))
  const batch = createMessageBatch(queue, messages)
  await onMessages(batch as never, env)
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext())
  return { done: explicitAcks, again: retryMessages.map(({ msgId }) => msgId) }
}

test('a message delivered twice opens one round', async () => {
  const jingtai = await aCounty('620423')
  const board = await aBoard(jingtai)
  const { done } = await deliver([nudge(jingtai), nudge(jingtai)])
  expect(done).toEqual(['m0', 'm1'])
  expect(await roundsOf(jingtai, board)).toHaveLength(1)
})

test('a county that fails is tried again and does not stop the others', async () => {
  const [failing, sound] = [await aCounty('620423', 0), await aCounty('410822', 0)]
  const board = await aBoard(sound)
  await spoil(failing)
  const { done, again } = await deliver([nudge(failing), nudge(sound)])
  expect({ done, again }).toEqual({ done: ['m1'], again: ['m0'] })
  expect(await roundsOf(sound, board)).toHaveLength(1)
})

test('a county that failed stays due, so that the next cron looks again', async () => {
  const failing = await aCounty('620423', 1)
  await spoil(failing)
  const before = await readDue(failing.control, failing.id)
  await deliver([nudge(failing)])
  expect(await readDue(failing.control, failing.id)).toEqual(before)
  expect(before?.at).toBeLessThanOrEqual(Date.now())
})

test('what comes back through the dead-letter queue stands in the audit of its county', async () => {
  const jingtai = await aCounty('620423')
  const poison = { kind: 'no-such-work', county: jingtai.id, at: 0 }
  expect(await deliver([poison])).toEqual({ done: [], again: ['m0'] })
  expect(await deliver([poison], 'xiangbang-jobs-dead')).toEqual({ done: ['m0'], again: [] })
  expect(await auditOf(jingtai, jingtai.id)).toEqual(['job.dead'])
})

test.each([['nothing'], [null], [{ county: 'no-such-county' }]])(
  'a dead letter that names no county, such as %j, is let go',
  async (body) => {
    expect(await deliver([body], 'xiangbang-jobs-dead')).toEqual({ done: ['m0'], again: [] })
  },
)

test('the cron nudges the counties that are due and no others', async () => {
  const [due, idle] = [await aCounty('620423'), await aCounty('410822')]
  const now = Date.now()
  await makeDue(due.control, due.id, now)
  const sent: Job[] = []
  const JOBS = {
    ...env.JOBS,
    sendBatch: async (batch: Iterable<{ body: Job }>) =>
      void sent.push(...[...batch].map(({ body }) => body)),
  }
  await onSchedule({ scheduledTime: now, cron: '*/5 * * * *' } as never, { ...env, JOBS } as never)
  const counties = sent.map(({ county }) => county)
  expect(counties).toContain(due.id)
  expect(counties).not.toContain(idle.id)
  expect(sent).toContainEqual(nudge(due, now))
  await deliver(sent)
  const next = await readDue(due.control, due.id)
  expect(next?.at).toBeGreaterThan(now)
})

/** Leaves the county due, with a board that nobody can read, and without a message that says so. */
async function spoil({ control, id, code, shard }: TestCounty): Promise<void> {
  const d1 = shardOf(env, shard)
  await d1.batch([
    d1
      .prepare(
        "insert into campaign (county, id, name, startsOn, endsOn) values (?, 'c', '甲', '2026-01-01', '2026-12-31')",
      )
      .bind(id),
    d1
      .prepare(`insert into board (county, id, campaign, name, subject, owner, cadence, visibility, policy, active, createdAt)
        values (?, 'b', 'c', '坏榜', 'village', ?, '{', 'members', '{}', 1, '2026-01-01T00:00:00.000Z')`)
      .bind(id, code),
  ])
  await makeDue(control, id, Date.now())
}
