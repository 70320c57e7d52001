import type { CountyId } from '../../../schema/tables/keys.ts'
import { type ArchiveDb, pointOwn, putRows, type RawRow, write } from '../../data/archive.ts'
import {
  type ArchivedAccount,
  type ArchivedCounty,
  type ArchivedMember,
  keepAccounts,
  keepMembers,
  showCounty,
} from '../../data/archive-control.ts'
import { type ArchiveTable, archiveTables } from '../../data/archive-tables.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { emptiestShard, findCountyRow } from '../../data/counties.ts'
import { CountyDb } from '../../data/county-db.ts'
import { beginImport, endImport, findImport, type ImportRow, noteImported } from '../../data/imports.ts'
import { type Cost, noCost } from '../../data/meter.ts'
import { newestMigration } from '../../data/migration-name.ts'
import { sha256 } from '../../data/sha256.ts'
import { shardOf, shards } from '../../data/shards.ts'
import { ArchiveFault } from '../../files/archive/fault.ts'
import type { Part } from '../../files/archive/manifest.ts'
import { putObject } from '../../files/archive/objects.ts'
import type { Source } from '../../files/archive/zip-reader.ts'
import { record } from '../audit.ts'
import { type CheckedArchive, checkArchive, filesOf, linesOf } from './check-archive.ts'
import type { ArchiveEnv } from './export-county.ts'
import { type CountyCheck, checkCounty } from './verify-county.ts'

export type ImportOptions = {
  now: Date
  /** The shard to put it on; the one with the fewest villages by default. */
  shard?: number
  tell?: (part: { name: string; rows: number }) => void
}

export type Imported = { county: ArchivedCounty; check: CountyCheck; cost: Cost }

/**
 * Brings a county in from an archive. Nobody sees it until every row and file is in and has been compared with the
 * archive; an import that was cut off is taken up again with the same archive, or swept away.
 * Errors: ArchiveFault: a damaged or newer archive, a county that is here already, another archive half brought in.
 */
export async function importCounty(
  env: ArchiveEnv,
  control: ControlDb,
  source: Source,
  { now, shard, tell = () => {} }: ImportOptions,
): Promise<Imported> {
  const archive = await checkArchive(source)
  const id = archive.manifest.county.id as CountyId
  const begun = await begin(env, control, archive, { now, ...(shard === undefined ? {} : { shard }) })
  const db: ArchiveDb = { d1: shardOf(env, begun.shard), county: id, cost: noCost() }
  let waiting = begun.done !== ''
  for (const [part, bring] of steps(env, db, archive)) {
    if (!waiting) {
      await bring()
      await noteImported(control, id, part.name)
    }
    if (part.name === begun.done) waiting = false
    tell(part)
  }
  const check = await checkCounty(env, db, archive)
  const county = await show(control, archive, begun.shard, now)
  const audited = { db: new CountyDb(db.d1, id, db.cost), now, member: { id: 'system' } }
  const { exportedAt, schema } = archive.manifest
  await audited.db.write(record(audited, 'county.import', id, { exportedAt, schema, archive: begun.archive }))
  return { county, check, cost: db.cost }
}

async function begin(
  env: ArchiveEnv,
  control: ControlDb,
  { manifest }: CheckedArchive,
  { now, shard }: { now: Date; shard?: number },
): Promise<ImportRow> {
  const id = manifest.county.id as CountyId
  const archive = await sha256(JSON.stringify(manifest))
  if (await findCountyRow(control, id))
    throw new ArchiveFault(`${manifest.county.name} (${manifest.county.code}) is here already.`)
  const begun = await findImport(control, id)
  if (begun && begun.archive === archive) return begun
  if (begun)
    throw new ArchiveFault(`Another archive of ${begun.code} was half brought in. Sweep it away first.`)
  const on = shard ?? (await emptiestShard(control, shards(env).length))
  const here = await newestMigration(shardOf(env, on))
  if (Number(manifest.schema.slice(0, 4)) > Number(here.slice(0, 4)))
    throw new ArchiveFault(
      `The archive comes from a newer program (${manifest.schema}; this one has ${here}). Update the program.`,
    )
  const row = { county: id, archive, code: manifest.county.code, shard: on, startedAt: now.toISOString() }
  const [[kept]] = await control.run(beginImport(row))
  if (!kept) throw new ArchiveFault('The import could not be begun.')
  return kept
}

/** Tables in the order in which rows may point at each other, then the files; each can be done again from its start. */
function steps(env: ArchiveEnv, db: ArchiveDb, archive: CheckedArchive): [Part, () => Promise<void>][] {
  const parts = new Map(archive.manifest.tables.map((part) => [part.table, part]))
  const tables = archiveTables.flatMap((table): [Part, () => Promise<void>][] => {
    const part = parts.get(table.name)
    return part ? [[part, () => bringTable(db, archive, table, part)]] : []
  })
  const files = archive.manifest.files.map((index): [Part, () => Promise<void>] => [
    index,
    () => bringFiles(env, db, archive, index),
  ])
  return [...tables, ...files]
}

const perBatch = 500

async function bringTable(
  db: ArchiveDb,
  archive: CheckedArchive,
  table: ArchiveTable,
  part: Part & { columns: string[] },
): Promise<void> {
  const passes = table.own.length === 0 ? [putRows] : [putRows, pointOwn]
  for (const pass of passes) {
    for await (const rows of batches(linesOf(archive, part)))
      await write(db, pass(db.county, table, part.columns, rows))
  }
}

async function bringFiles(
  env: ArchiveEnv,
  db: ArchiveDb,
  archive: CheckedArchive,
  index: Part,
): Promise<void> {
  for await (const { file, bytes } of filesOf(archive, index))
    await putObject(env.FILES, db.county, file, bytes)
}

/** Rows by the hundred, and fewer where they are long: a batch holds a few million characters at most. */
async function* batches(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = []
  let size = 0
  for await (const row of rows) {
    batch.push(row)
    size += JSON.stringify(row).length
    if (batch.length < perBatch && size < 2_000_000) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

/** Makes the county visible with its members, all in one batch, which also ends the import. */
async function show(
  control: ControlDb,
  archive: CheckedArchive,
  shard: number,
  now: Date,
): Promise<ArchivedCounty> {
  const rowsOf = async (name: string) => {
    const part = archive.manifest.control.find((each) => each.name === `control/${name}.ndjson`)
    const rows: Record<string, unknown>[] = []
    if (part) for await (const row of linesOf(archive, part)) rows.push(row)
    return rows
  }
  const [county] = (await rowsOf('county')) as unknown as ArchivedCounty[]
  const id = archive.manifest.county.id as CountyId
  if (county?.id !== id)
    throw new ArchiveFault('The archive’s county is not the one that its manifest names.')
  const here = { ...county, shard }
  await control.run(
    ...showCounty(here, now.getTime()),
    ...keepAccounts((await rowsOf('account')) as unknown as ArchivedAccount[]),
    ...keepMembers(id, (await rowsOf('membership')) as unknown as ArchivedMember[]),
    endImport(id),
  )
  return here
}
