import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import type { Env } from '../../worker/env.ts'
import { assetsDirectory } from '../../worker/local/paths.ts'

/** A host's bindings as this process sees them: actions run here, against the same databases, without a queue. */
export async function envOf(mf: Miniflare): Promise<Env> {
  const { CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03, FILES } = await mf.getBindings<Env>()
  return {
    ...{ CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03, FILES },
    JOBS: { send: async () => {}, sendBatch: async () => {} } as unknown as Env['JOBS'],
    ASSETS: { fetch: async (url) => assetFile(new URL(url).pathname) },
    SESSION_SECRET: '',
    XIANGBANG_APPROVE: 'auto',
  }
}

function assetFile(path: string): Response {
  const file = join(assetsDirectory, path)
  return existsSync(file)
    ? new Response(new Uint8Array(readFileSync(file)))
    : new Response(null, { status: 404 })
}
