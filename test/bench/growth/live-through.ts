import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { Miniflare, type Request, Response } from 'miniflare'
import { assetsDirectory } from '../../../worker/local/paths.ts'
import { readWorkerConfig } from '../../../worker/local/worker-config.ts'
import type { Lived, ToLive } from './lived-week.ts'

/**
 * Lets a county live through a week in a data folder that no host has open. It runs on workerd beside the databases: from
 * this process each of the thousands of statements would be a message.
 */
export async function liveThrough(dataDir: string, wanted: ToLive): Promise<Lived> {
  const script = join(dataDir, 'lived-week.js')
  await build({
    entryPoints: [join(import.meta.dirname, 'lived-week.ts')],
    outfile: script,
    ...{ bundle: true, format: 'esm', platform: 'neutral', target: 'es2022', jsx: 'automatic' },
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'warning',
  })
  const config = readWorkerConfig()
  const mf = new Miniflare({
    cf: false,
    telemetry: { enabled: false },
    modules: true,
    scriptPath: script,
    modulesRoot: dataDir,
    compatibilityDate: config.compatibilityDate,
    compatibilityFlags: config.compatibilityFlags,
    d1Databases: config.databases.map(({ binding }) => binding),
    d1Persist: join(dataDir, 'd1'),
    r2Buckets: config.buckets,
    r2Persist: join(dataDir, 'r2'),
    serviceBindings: { [config.assets.binding]: assetFile },
  })
  try {
    const answer = await mf.dispatchFetch('http://bench/', { method: 'POST', body: JSON.stringify(wanted) })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Lived
  } finally {
    await mf.dispose()
  }
}

function assetFile(request: Request): Response {
  const file = join(assetsDirectory, new URL(request.url).pathname)
  return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 })
}
