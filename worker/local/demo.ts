import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { buildDemo } from '../../schema/demo/build.ts'
import type { Env } from '../env.ts'
import { assetsDirectory } from './paths.ts'

const done = 'demo-county-built'

/** Builds the demo county into a fresh data folder; an interrupted build is taken up again at the next start. */
export async function ensureDemo(mf: Miniflare, dataDir: string, log: (line: string) => void): Promise<void> {
  const mark = join(dataDir, done)
  if (existsSync(mark)) return
  log('Building the demo county …')
  await buildDemo(await envOf(mf), new Date())
  writeFileSync(mark, new Date().toISOString())
}

/** The Worker's bindings as this process sees them. Its actions run here, against the same databases. */
async function envOf(mf: Miniflare): Promise<Env> {
  const { CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03, FILES } = await mf.getBindings<Env>()
  return {
    ...{ CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03, FILES },
    // The builder does each week's work itself, in order: a nudge would only do it again, beside it.
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
