import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const kept = 5

/**
 * Copies a data folder's databases to `backups/` where the program brings migrations that they have not had, and
 * answers where the copy is. Nobody may have the folder open. Files in R2 are never changed by a migration and stay
 * where they are. The newest five copies are kept. `migrations` are all that this program has.
 */
export function backUpBefore(
  dataDir: string,
  migrations: readonly string[],
  log: (line: string) => void,
  now = new Date(),
): string | undefined {
  const databases = join(dataDir, 'd1')
  const known = readKnown(dataDir)
  const news = migrations.filter((name) => !known.includes(name))
  if (!existsSync(databases) || news.length === 0) return undefined
  const folder = join(dataDir, 'backups')
  const copy = join(folder, now.toISOString().replaceAll(':', '-'))
  mkdirSync(folder, { recursive: true })
  // Renamed once whole: a copy that was cut off never looks like one, and goes with the next.
  for (const part of readdirSync(folder).filter((name) => name.endsWith('.part'))) {
    rmSync(join(folder, part), { recursive: true })
  }
  cpSync(databases, join(`${copy}.part`, 'd1'), { recursive: true })
  rmSync(copy, { recursive: true, force: true })
  renameSync(`${copy}.part`, copy)
  for (const old of copiesIn(folder).slice(0, -kept)) rmSync(join(folder, old), { recursive: true })
  log(`The databases are about to be brought up to date; as they were they are in ${copy}.`)
  return copy
}

/** Notes that the databases have had these migrations. */
export function noteMigrated(dataDir: string, migrations: readonly string[]): void {
  writeFileSync(noteIn(dataDir), `${JSON.stringify(migrations, null, 1)}\n`)
}

function copiesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.part'))
    .sort()
}

function readKnown(dataDir: string): string[] {
  try {
    return JSON.parse(readFileSync(noteIn(dataDir), 'utf8'))
  } catch {
    return []
  }
}

function noteIn(dataDir: string): string {
  return join(dataDir, 'migrations.json')
}
