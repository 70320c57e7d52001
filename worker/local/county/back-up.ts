import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { holdDataFolder } from '../data-folder.ts'
import { repository } from '../paths.ts'
import { type FolderManifest, filesBelow, keptParts, manifestName, sumOfFile } from './folder-manifest.ts'

/**
 * Copies a whole data folder: databases, files, secrets, each with its checksum. Nobody may have it open. The copy
 * gets its name once it is whole; cut off, nothing of it stays under it. Throws where the name is taken.
 */
export async function backUp(
  dataDir: string,
  target: string,
  log: (line: string) => void,
  now = new Date(),
): Promise<void> {
  if (!existsSync(join(dataDir, 'd1'))) throw new Error(`There is no data in ${dataDir}.`)
  if (existsSync(target)) throw new Error(`${target} is there already. Choose a new folder.`)
  const release = holdDataFolder(dataDir)
  const part = `${target}.part`
  try {
    rmSync(part, { recursive: true, force: true })
    mkdirSync(dirname(target), { recursive: true })
    mkdirSync(part, { mode: 0o700 })
    settleDatabases(dataDir)
    for (const name of keptParts) {
      if (!existsSync(join(dataDir, name))) continue
      cpSync(join(dataDir, name), join(part, name), { recursive: true, preserveTimestamps: true })
      log(`  ${name}`)
    }
    const files: FolderManifest['files'] = []
    for (const path of filesBelow(part)) files.push({ path, ...(await sumOfFile(join(part, path))) })
    const manifest = {
      format: 1,
      madeAt: now.toISOString(),
      program: program(),
      migrations: known(dataDir),
      files,
    }
    writeFileSync(join(part, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    renameSync(part, target)
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    log(`${target}: ${files.length} files, ${bytes} bytes. It holds secrets and personal data: lock it away.`)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  } finally {
    release()
  }
}

/**
 * A host that was killed leaves writes in its databases' logs: they are brought into the databases first, and each
 * database is looked through. Throws where one is damaged.
 */
function settleDatabases(dataDir: string): void {
  for (const folder of ['d1', 'r2']) {
    if (!existsSync(join(dataDir, folder))) continue
    for (const path of filesBelow(join(dataDir, folder)).filter((name) => name.endsWith('.sqlite'))) {
      const database = new DatabaseSync(join(dataDir, folder, path))
      try {
        database.exec('pragma wal_checkpoint(truncate)')
        const found = database.prepare('pragma quick_check(1)').get()
        if (Object.values(found ?? {})[0] !== 'ok') throw new Error(`${folder}/${path} is damaged.`)
      } finally {
        database.close()
      }
    }
  }
}

function known(dataDir: string): string[] {
  const note = join(dataDir, 'migrations.json')
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : []
}

function program(): string {
  const { name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  return `${name} ${version}`
}
