import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { app } from '../../../worker/app.ts'
import { onSchedule } from '../../../worker/cron/on-schedule.ts'
import type { Env } from '../../../worker/env.ts'
import type { Job } from '../../../worker/jobs/job.ts'
import { onMessages } from '../../../worker/jobs/on-messages.ts'
import type { Client } from '../../support/client.ts'

/** How a database fails: before it has had an effect, after it, or by never answering. */
export type Fault = 'before' | 'after' | 'silent'

type Faults = (sql: string) => Fault | undefined | Promise<Fault | undefined>

/** A database that fails as `fault` says of the statements it is sent, in one go; undefined lets them pass. */
export function faulty(d1: D1Database, fault: Faults): D1Database {
  const known = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>()
  const carryOut = async <Result>(sql: string, work: () => Promise<Result>): Promise<Result> => {
    const how = await fault(sql)
    if (how === 'silent') return new Promise<never>(() => {})
    if (how === 'before') throw new Error('D1_ERROR: Network connection lost.')
    const result = await work()
    if (how === 'after') throw new Error('D1_ERROR: Network connection lost.')
    return result
  }
  const prepared = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get: (target, name) => {
        if (name === 'bind') return (...values: unknown[]) => prepared(target.bind(...values), sql)
        if (name === 'all') return () => carryOut(sql, () => target.all())
        return Reflect.get(target, name)
      },
    })
    known.set(proxy, { statement, sql })
    return proxy
  }
  return new Proxy(d1, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => prepared(target.prepare(sql), sql)
      if (name === 'withSession') return () => faulty(target, fault)
      if (name === 'getBookmark') return () => null
      if (name !== 'batch') return Reflect.get(target, name)
      return (statements: D1PreparedStatement[]) => {
        const all = statements.flatMap((one) => known.get(one) ?? [])
        return carryOut(all.map(({ sql }) => sql).join(';'), () =>
          target.batch(all.map(({ statement }) => statement)),
        )
      }
    },
  })
}

export const writesOnly = (how: Fault) => (sql: string) =>
  /^(insert|update|delete)|;\s*(insert|update|delete)/i.test(sql) ? how : undefined

/** The Worker with other bindings in place of its own. */
export function withBindings(other: Partial<Env>): Env {
  return { ...(env as Env), ...other }
}

/** The same person, whose requests reach a Worker with these bindings. */
export function at(client: Client, bindings: Env): Client {
  return client.by(async (request) => app.fetch(request, bindings, createExecutionContext()))
}

/** What the cron puts in the queue at some moment, and whether it ended well. */
export async function cronAt(now: number, bindings: Env = env): Promise<{ jobs: Job[]; ok: boolean }> {
  const jobs: Job[] = []
  const JOBS = {
    sendBatch: async (batch: Iterable<{ body: Job }>) => {
      jobs.push(...[...batch].map(({ body }) => body))
    },
  }
  const controller = { scheduledTime: now, cron: '*/5 * * * *' }
  const ok = await onSchedule(controller as never, { ...bindings, JOBS: JOBS as never }).then(
    () => true,
    () => false,
  )
  return { jobs, ok }
}

/** Delivers messages as the queue does and gives the bodies that were done and those to be tried again. */
export async function deliver(bodies: readonly Job[], bindings: Env = env, queue = 'xiangbang-jobs') {
  const messages = bodies.map((body, no) => ({ id: `m${no}`, timestamp: new Date(), attempts: 1, body }))
  const batch = createMessageBatch(queue, messages)
  await onMessages(batch as never, bindings)
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext())
  const byId = (ids: readonly string[]) =>
    ids.flatMap((id) => messages.filter((one) => one.id === id).map(({ body }) => body.county))
  return { done: byId(explicitAcks), again: byId(retryMessages.map(({ msgId }) => msgId)) }
}
