import type { CountyId } from '../../../schema/tables/keys.ts'
import { type ArchiveDb, lastAudit, type RawRow, rowPages } from '../../data/archive.ts'
import { accountsAfter, membersAfter } from '../../data/archive-control.ts'
import { archiveTables } from '../../data/archive-tables.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { findCountyRow } from '../../data/counties.ts'
import { type Cost, noCost } from '../../data/meter.ts'
import { newestMigration } from '../../data/migration-name.ts'
import { shardOf } from '../../data/shards.ts'
import type { Env } from '../../env.ts'
import { writeLines } from '../../files/archive/lines.ts'
import { formatVersion, type Manifest, type Part } from '../../files/archive/manifest.ts'
import { type Sink, ZipWriter } from '../../files/archive/zip-writer.ts'
import { Problem } from '../../problems/problem.ts'
import { exportFiles } from './export-files.ts'

/** Where a county's data lies: the bindings of a Worker, or the local host's. */
export type ArchiveEnv = Pick<Env, 'SHARD_00' | 'SHARD_01' | 'SHARD_02' | 'SHARD_03' | 'FILES'>

export type ExportOptions = {
  now: Date
  /** Name and version of the program that writes the archive. */
  program: string
  /** Brings the members' accounts with their password hashes along: for a move to another instance. */
  withAccounts: boolean
  /** Told of every part that is written. */
  tell?: (part: { name: string; rows: number }) => void
}

export type Exported = { manifest: Manifest; bytes: number; cost: Cost }

/**
 * Writes one county as an archive: every row of its tables, its members and every file, each with its sum, in constant
 * memory. Children are read before what they point at, so that even while the county is being worked in nothing
 * points nowhere; whether it was stands in the manifest. Errors: not_found.
 */
export async function exportCounty(
  env: ArchiveEnv,
  control: ControlDb,
  id: string,
  sink: Sink,
  { now, program, withAccounts, tell = () => {} }: ExportOptions,
): Promise<Exported> {
  const county = await findCountyRow(control, id)
  if (!county) throw new Problem('not_found')
  const db: ArchiveDb = { d1: shardOf(env, county.shard), county: county.id, cost: noCost() }
  const zip = new ZipWriter(sink)
  const before = await lastAudit(db)
  const tables: Manifest['tables'] = []
  for (const table of archiveTables.toReversed()) {
    const { name, columns } = table
    const part = await add(zip, `rows/${name}.ndjson`, flat(rowPages(db, table)))
    tables.push({ ...part, table: name, columns: [...columns] })
    tell(part)
  }
  const files = await exportFiles(zip, env.FILES, county.id, tell)
  const keptCounty = await add(zip, 'control/county.ndjson', only({ ...county }))
  const members = await add(zip, 'control/membership.ndjson', everyMember(control, county.id))
  const accounts = withAccounts
    ? [await add(zip, 'control/account.ndjson', everyAccount(control, county.id))]
    : []
  const manifest: Manifest = {
    format: formatVersion,
    schema: await newestMigration(db.d1),
    program,
    exportedAt: now.toISOString(),
    county: { id: county.id, code: county.code, name: county.name },
    withAccounts,
    changedMeanwhile: (await lastAudit(db)) !== before,
    control: [keptCounty, members, ...accounts],
    tables,
    files: files.indexes,
    totals: {
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      files: files.count,
      fileBytes: files.bytes,
    },
  }
  await zip.add('manifest.json', textOf(JSON.stringify(manifest, null, 1)), true)
  return { manifest, bytes: await zip.end(), cost: db.cost }
}

/** Writes rows as lines of JSON and answers how many there were. */
async function add(zip: ZipWriter, name: string, rows: AsyncIterable<unknown>): Promise<Part> {
  let count = 0
  const written = await zip.add(
    name,
    writeLines(
      (async function* () {
        for await (const row of rows) {
          count += 1
          yield row
        }
      })(),
    ),
    true,
  )
  return { ...written, rows: count }
}

async function* flat(pages: AsyncIterable<RawRow[]>): AsyncGenerator<RawRow> {
  for await (const page of pages) yield* page
}

async function* only(row: unknown): AsyncGenerator<unknown> {
  yield row
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

const perPage = 500

async function* everyMember(control: ControlDb, id: CountyId): AsyncGenerator<unknown> {
  yield* everyOne((after) => membersAfter(control, id, after, perPage))
}

async function* everyAccount(control: ControlDb, id: CountyId): AsyncGenerator<unknown> {
  yield* everyOne((after) => accountsAfter(control, id, after, perPage))
}

async function* everyOne<Row extends { id: string }>(
  find: (after: string) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after = ''
  for (;;) {
    const rows = await find(after)
    yield* rows
    if (rows.length < perPage) return
    after = rows.at(-1)?.id ?? ''
  }
}
