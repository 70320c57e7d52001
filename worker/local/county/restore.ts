import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { holdDataFolder } from '../data-folder.ts'
import { migrationsOf } from '../migrate.ts'
import { readWorkerConfig } from '../worker-config.ts'
import { type FolderManifest, filesBelow, manifestName, sumOfFile } from './folder-manifest.ts'

/**
 * Puts a backup back as the data folder, after every file has been held against its checksum. The folder is put in
 * place at once, when the copy is whole. Data that is there is refused, or with `force` set aside under another name.
 * Throws where the backup is damaged, incomplete or newer than the program, or where a host has the folder open.
 */
export async function restore(
  backup: string,
  dataDir: string,
  force: boolean,
  log: (line: string) => void,
  now = new Date(),
): Promise<void> {
  const manifest = readFolderManifest(backup)
  refuseNewer(manifest)
  const taken = existsSync(dataDir) && readdirSync(dataDir).length > 0
  if (taken && !force)
    throw new Error(`${dataDir} is not empty. Choose another folder, or replace what is there with --force.`)
  const release = taken ? holdDataFolder(dataDir) : () => {}
  const part = `${dataDir}.restoring`
  try {
    await checkFolder(backup, manifest)
    log(`  ${manifest.files.length} files have their checksums.`)
    rmSync(part, { recursive: true, force: true })
    mkdirSync(dirname(dataDir), { recursive: true })
    mkdirSync(part, { mode: 0o700 })
    for (const { path } of manifest.files) {
      mkdirSync(dirname(join(part, path)), { recursive: true })
      cpSync(join(backup, path), join(part, path), { preserveTimestamps: true })
    }
    await checkFolder(part, manifest)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  } finally {
    release()
  }
  if (existsSync(dataDir)) {
    const aside = `${dataDir}.before-${now.toISOString().replaceAll(':', '-')}`
    renameSync(dataDir, aside)
    if (taken) log(`  What was there is in ${aside}.`)
    else rmSync(aside, { recursive: true })
  }
  renameSync(part, dataDir)
  log(`${dataDir} is as it was on ${manifest.madeAt}. Start with npm start.`)
}

function readFolderManifest(backup: string): FolderManifest {
  const file = join(backup, manifestName)
  if (!existsSync(file)) throw new Error(`${backup} is no backup, or one that was cut off.`)
  const manifest: FolderManifest = JSON.parse(readFileSync(file, 'utf8'))
  if (manifest.format !== 1) throw new Error(`${backup} was made by a newer program. Update the program.`)
  return manifest
}

/** Every file there, none more, each with its size and sum; a path that leads out of the folder is refused. */
async function checkFolder(folder: string, { files }: FolderManifest): Promise<void> {
  const wanted = new Set(files.map(({ path }) => path))
  for (const { path, size, sha256 } of files) {
    if (!path.split('/').every((step) => /^[\w-][\w.-]*$/.test(step)))
      throw new Error(`${path} leads out of the backup.`)
    if (!existsSync(join(folder, path))) throw new Error(`${path} is missing from ${folder}.`)
    const found = await sumOfFile(join(folder, path))
    if (found.size !== size || found.sha256 !== sha256) throw new Error(`${path} is not as it was backed up.`)
  }
  const more = filesBelow(folder).find((path) => !wanted.has(path) && path !== manifestName)
  if (more) throw new Error(`${more} does not belong to the backup.`)
}

function refuseNewer({ migrations }: FolderManifest): void {
  const known = new Set(migrationsOf(readWorkerConfig()))
  const strange = migrations.find((name) => !known.has(name))
  if (strange) throw new Error(`The backup is of a newer version (it has ${strange}). Update the program.`)
}
