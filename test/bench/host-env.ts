import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Miniflare } from 'miniflare'
import type { Env } from '../../worker/env.ts'
import { assetsDirectory } from '../../worker/local/paths.ts'

/** A host's bindings as this process sees them: actions run here, against the same databases, without a queue. */
export async function envOf(mf: Miniflare): Promise<Env> {
  const { CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03, FILES } = await mf.getBindings<Env>()
  const databases = { CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03 }
  return {
    ...(Object.fromEntries(
      Object.entries(databases).map(([name, d1]) => [name, held(d1)]),
    ) as typeof databases),
    FILES,
    JOBS: { send: async () => {}, sendBatch: async () => {} } as unknown as Env['JOBS'],
    ASSETS: { fetch: async (url) => assetFile(new URL(url).pathname) },
    SESSION_SECRET: '',
    XIANGBANG_APPROVE: 'auto',
  }
}

/** Statements sent and not yet answered. */
const inFlight = new Set<D1PreparedStatement[]>()

/** A database whose statements stay in memory until they are answered: collected before, the host loses them too. */
function held(d1: D1Database): D1Database {
  const batch = async <T>(statements: D1PreparedStatement[]) => {
    inFlight.add(statements)
    return d1.batch<T>(statements).finally(() => inFlight.delete(statements))
  }
  return Object.assign(Object.create(null), { prepare: (query: string) => d1.prepare(query), batch })
}

function assetFile(path: string): Response {
  const file = join(assetsDirectory, path)
  return existsSync(file)
    ? new Response(new Uint8Array(readFileSync(file)))
    : new Response(null, { status: 404 })
}
