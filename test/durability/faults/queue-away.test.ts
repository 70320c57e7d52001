import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { draft } from '../../../schema/tables/county.ts'
import { onSchedule } from '../../../worker/cron/on-schedule.ts'
import { listDead } from '../../../worker/data/job-failures.ts'
import type { Job } from '../../../worker/jobs/job.ts'
import { aBoard, anOpenRound, auditOf, inOrder, sends } from '../../support/board.ts'
import { Client } from '../../support/client.ts'
import { aCounty, type TestCounty } from '../../support/county.ts'
import { at, cronAt, deliver, faulty, withBindings } from './faulty.ts'

const refuse = () => Promise.reject(new Error('Queue sendBatch failed: Too Many Requests'))
const bindings = withBindings({ JOBS: { send: refuse, sendBatch: refuse } as never })

let county: TestCounty
beforeAll(async () => {
  county = await aCounty('620423', 1)
})

describe('while the queue takes nothing', () => {
  test('a county signs up all the same, and the next cron brings in its areas', async () => {
    const account = { name: '王办', login: 'wuzhi', password: 'three-colours-26' }
    const browser = at(new Client(), bindings)
    const answer = await browser.post('/signup', { county: '410823', office: '整治办', account })
    expect(answer.status, answer.text).toBe(201)
    const { id } = (answer.body as { county: { id: string } }).county
    const townships = async () => {
      const { body } = await browser.get(`/counties/${id}/areas?level=township`)
      return (body as { items: unknown[] }).items.length
    }
    expect(await townships()).toBe(0)
    await deliver((await cronAt(Date.now())).jobs)
    expect(await townships()).toBeGreaterThan(5)
  })

  test('a report is taken, and the next cron works it into the draft', async () => {
    const round = await anOpenRound(county, await aBoard(county))
    const township = county.townships[0]?.id ?? ''
    const office = at(county.office, bindings)
    const sent = await sends(county, office, round, 'township', township, inOrder(county, township))
    expect(sent.status, sent.text).toBe(200)
    const drafted = async () => (await county.db.first(draft, eq(draft.round, round.id)))?.version ?? 0
    const before = await drafted()
    await deliver((await cronAt(Date.now())).jobs)
    expect(await drafted()).toBeGreaterThan(before)
  })

  test('the cron fails, and what was due is still due at the next', async () => {
    const now = Date.now() + 366 * 86_400_000
    const schedule = { scheduledTime: now, cron: '*/5 * * * *' }
    await expect(onSchedule(schedule as never, bindings)).rejects.toThrow('Too Many Requests')
    const { jobs } = await cronAt(now)
    expect(jobs).toContainEqual({ kind: 'tick', county: county.id, at: now })
  })
})

test('a dead letter of a county whose shard is away is counted once, and told where it can be', async () => {
  const letter: Job = { kind: 'tick', county: county.id, at: Date.now() }
  const away = withBindings({ SHARD_01: faulty(env.SHARD_01, () => 'before') })
  expect(await deliver([letter], away, 'xiangbang-jobs-dead')).toEqual({ done: [county.id], again: [] })
  const dead = (await listDead(county.control, 10)).filter((one) => one.county === county.id)
  expect(dead).toMatchObject([{ kind: 'tick', deaths: 1 }])
  expect(await auditOf(county, county.id)).not.toContain('job.dead')
  expect((await deliver([letter])).done).toEqual([county.id])
  expect(await deliver([letter], env, 'xiangbang-jobs-dead')).toEqual({ done: [county.id], again: [] })
  expect(await auditOf(county, county.id)).toContain('job.dead')
})
