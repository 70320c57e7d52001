import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import type { ArchiveEnv } from '../../actions/archive/export-county.ts'
import { ControlDb } from '../../data/control-db.ts'
import { backUpBefore, noteMigrated } from '../backup.ts'
import { holdDataFolder } from '../data-folder.ts'
import { migrate, migrationsOf } from '../migrate.ts'
import { readWorkerConfig } from '../worker-config.ts'

/** A data folder's databases and files, open to this process alone. */
export type OpenData = { env: ArchiveEnv; control: ControlDb }

/**
 * Opens a data folder, brings it up to date and hands it to `use`; lets go of it whatever happens.
 * Throws where a host has it open, where there is none, or where it is newer than the program.
 */
export async function withData<Result>(
  dataDir: string,
  use: (data: OpenData) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(dataDir, 'd1')))
    throw new Error(`There is no data in ${dataDir}. Say which folder: XIANGBANG_DATA=… npm run county -- …`)
  const config = readWorkerConfig()
  const release = holdDataFolder(dataDir)
  try {
    backUpBefore(dataDir, migrationsOf(config), console.error)
    const mf = new Miniflare({
      ...{ modules: true, script: 'export default { fetch: () => new Response() }', cf: false },
      telemetry: { enabled: false },
      d1Databases: config.databases.map(({ binding }) => binding),
      d1Persist: join(dataDir, 'd1'),
      r2Buckets: config.buckets,
      r2Persist: join(dataDir, 'r2'),
    })
    try {
      for (const { binding, migrations } of config.databases)
        await migrate(await mf.getD1Database(binding), migrations)
      noteMigrated(dataDir, migrationsOf(config))
      const bindings = await mf.getBindings<Record<string, unknown>>()
      const env = bindings as unknown as ArchiveEnv & { CONTROL: ConstructorParameters<typeof ControlDb>[0] }
      return await use({ env, control: new ControlDb(env.CONTROL) })
    } finally {
      await mf.dispose()
    }
  } finally {
    release()
  }
}
