import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { repository } from './paths.ts'
import { sqlStatements } from './sql-statements.ts'
import type { WorkerConfig } from './worker-config.ts'

/**
 * Brings one database up to the newest file of `directory` (forward only, by name), each file in one atomic batch together with
 * its line in `_migration`. Answers the names applied. Throws where the database is newer than this program, or where a file
 * that was applied has been changed since: both need a person.
 */
export async function migrate(database: D1Database, directory: string, now = new Date()): Promise<string[]> {
  await database.exec(
    'CREATE TABLE IF NOT EXISTS _migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) WITHOUT ROWID',
  )
  const { results } = await database.prepare('SELECT name, sha256 FROM _migration').all<Applied>()
  const applied = new Map(results.map(({ name, sha256 }) => [name, sha256]))
  const files = readMigrations(resolve(repository, directory))
  refuseUnknown(applied, files)

  const pending = files.filter(({ name }) => !applied.has(name))
  for (const { name, sha256, statements } of pending) {
    const record = database
      .prepare('INSERT INTO _migration (name, sha256, applied_at) VALUES (?1, ?2, ?3)')
      .bind(name, sha256, now.toISOString())
    try {
      await database.batch([...statements.map((statement) => database.prepare(statement)), record])
    } catch (error) {
      throw new Error(`Migration ${directory}/${name} failed and changed nothing: ${String(error)}`)
    }
  }
  return pending.map(({ name }) => name)
}

/** All migrations that this program brings, as `folder/name`. */
export function migrationsOf({ databases }: Pick<WorkerConfig, 'databases'>): string[] {
  const folders = [...new Set(databases.map(({ migrations }) => migrations))]
  return folders.flatMap((folder) =>
    readMigrations(resolve(repository, folder)).map(({ name }) => `${folder}/${name}`),
  )
}

interface Applied {
  name: string
  sha256: string
}

interface Migration extends Applied {
  statements: string[]
}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sha256: createHash('sha256').update(sql).digest('hex'), statements: sqlStatements(sql) }
    })
}

function refuseUnknown(applied: Map<string, string>, files: Migration[]) {
  const known = new Map(files.map(({ name, sha256 }) => [name, sha256]))
  for (const [name, sha256] of applied) {
    if (!known.has(name)) {
      throw new Error(
        `The data was last used by a newer version (it has ${name}). Update the program, or use another data folder.`,
      )
    }
    if (known.get(name) !== sha256) {
      throw new Error(
        `${name} was changed after it had been applied. Add a new migration instead, or use a fresh data folder.`,
      )
    }
  }
}
