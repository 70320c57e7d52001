import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import { type Cost, charge, noCost } from '../../../worker/data/meter.ts'
import type { Env } from '../../../worker/env.ts'

/** What one piece of work cost at D1 and the queue: the county's own database and CONTROL apart. */
export type Metered = { control: Cost; shard: Cost; messages: number }

/** An environment on the same databases that counts what goes through it. Messages are counted and not sent. */
export function meteredEnv(env: Env): { env: Env; spent: Metered } {
  const spent: Metered = { control: noCost(), shard: noCost(), messages: 0 }
  const count = (messages: Iterable<unknown>) => {
    spent.messages += [...messages].length
  }
  const JOBS = {
    send: async (message: unknown) => count([message]),
    sendBatch: async (messages: Iterable<unknown>) => count(messages),
  } as unknown as Env['JOBS']
  const shard = (d1: D1Database) => metered(d1, spent.shard)
  const { CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03 } = env
  const shards = { SHARD_00: shard(SHARD_00), SHARD_01: shard(SHARD_01), SHARD_02: shard(SHARD_02) }
  return {
    env: { ...env, ...shards, SHARD_03: shard(SHARD_03), CONTROL: metered(CONTROL, spent.control), JOBS },
    spent,
  }
}

function metered(d1: D1Database, cost: Cost): D1Database {
  const originals = new WeakMap<object, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const own = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async () => counted(await statement.all()),
      run: async () => counted(await statement.run()),
    } as unknown as D1PreparedStatement
    originals.set(own, statement)
    return own
  }
  const counted = <Result extends D1Result>(result: Result): Result => {
    charge(cost, [result])
    return result
  }
  return {
    prepare: (query: string) => wrap(d1.prepare(query)),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await d1.batch(statements.map((statement) => originals.get(statement) ?? statement))
      charge(cost, results)
      return results
    },
  } as unknown as D1Database
}
