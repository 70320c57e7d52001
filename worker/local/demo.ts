import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Miniflare, type Request, Response } from 'miniflare'
import { backUpBefore, noteMigrated } from './backup.ts'
import { build, demoBundle, type Log } from './build.ts'
import { holdDataFolder } from './data-folder.ts'
import { migrate, migrationsOf } from './migrate.ts'
import { assetsDirectory } from './paths.ts'
import { readWorkerConfig } from './worker-config.ts'

/**
 * Builds the demo county into a data folder that lacks it, before a host opens the folder. It runs on workerd beside
 * the databases: from this process each statement would be a round trip. An interrupted build is taken up again at
 * the next start.
 */
export async function ensureDemo(dataDir: string, log: Log = console.log): Promise<void> {
  const mark = join(dataDir, 'demo-county-built')
  if (existsSync(mark)) return
  await build(log)
  mkdirSync(dataDir, { recursive: true })
  log('Building the demo county …')
  const config = readWorkerConfig()
  const release = holdDataFolder(dataDir)
  backUpBefore(dataDir, migrationsOf(config), log)
  const mf = new Miniflare({
    cf: false,
    telemetry: { enabled: false },
    modules: true,
    scriptPath: demoBundle,
    // The build may lie outside the working directory.
    modulesRoot: dirname(demoBundle),
    compatibilityDate: config.compatibilityDate,
    compatibilityFlags: config.compatibilityFlags,
    d1Databases: config.databases.map(({ binding }) => binding),
    d1Persist: join(dataDir, 'd1'),
    serviceBindings: { [config.assets.binding]: assetFile },
  })
  try {
    for (const { binding, migrations } of config.databases) {
      await migrate(await mf.getD1Database(binding), migrations)
    }
    noteMigrated(dataDir, migrationsOf(config))
    const answer = await mf.dispatchFetch('http://demo/', { method: 'POST' })
    if (!answer.ok) throw new Error(`The demo county could not be built: ${await answer.text()}`)
    writeFileSync(mark, new Date().toISOString())
  } finally {
    await mf.dispose()
    release()
  }
}

function assetFile(request: Request): Response {
  const file = join(assetsDirectory, new URL(request.url).pathname)
  return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 })
}
