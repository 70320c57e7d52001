import { createHash } from 'node:crypto'
import { type ArchiveDb, rowPages } from '../../data/archive.ts'
import { archiveTables } from '../../data/archive-tables.ts'
import { CountyDb } from '../../data/county-db.ts'
import { everyRevision, selectRevision, selectRevisionInput } from '../../data/revisions.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { rank } from '../../domain/ranking/rank.ts'
import { ArchiveFault } from '../../files/archive/fault.ts'
import { writeLines } from '../../files/archive/lines.ts'
import { objectPages } from '../../files/archive/objects.ts'
import { verifyWholeAudit } from '../audit-log/verify-audit.ts'
import { hashOf } from '../publication/reading.ts'
import type { CheckedArchive } from './check-archive.ts'
import type { ArchiveEnv } from './export-county.ts'

/** What was found as it should be. */
export type CountyCheck = { rows: number; files: number; revisions: number; seals: number }

/**
 * Compares a county with the archive it came from: every table read again byte for byte, every file there, every
 * sealed block of the audit, every published revision computed again from its inputs. Errors: ArchiveFault with the first difference.
 */
export async function checkCounty(
  env: ArchiveEnv,
  db: ArchiveDb,
  { manifest }: CheckedArchive,
): Promise<CountyCheck> {
  for (const table of archiveTables) {
    const part = manifest.tables.find((each) => each.table === table.name)
    const found = await sumOf(db, table, part?.columns ?? table.columns)
    if (found.rows !== (part?.rows ?? 0) || (part && found.sha256 !== part.sha256))
      throw new ArchiveFault(`${table.name} is not in the database as it is in the archive.`)
  }
  let [files, bytes] = [0, 0]
  for await (const page of objectPages(env.FILES, db.county)) {
    files += page.length
    for (const { size } of page) bytes += size
  }
  if (files !== manifest.totals.files || bytes !== manifest.totals.fileBytes)
    throw new ArchiveFault('The files are not those of the archive.')
  const revisions = await checkRevisions(new CountyDb(db.d1, db.county, db.cost))
  const seals = await checkSeals(env, db)
  return { rows: manifest.totals.rows, files, revisions, seals }
}

/** Holds every sealed block of the audit against its rows, and answers how many. Errors: ArchiveFault. */
export async function checkSeals(env: Pick<ArchiveEnv, 'FILES'>, db: ArchiveDb): Promise<number> {
  const context = { env, db: new CountyDb(db.d1, db.county, db.cost), county: { id: db.county } }
  const { findings, head } = await verifyWholeAudit(context)
  const lines = findings.map(({ block, kind, row }) => `  block ${block}: ${kind}${row ? ` ${row}` : ''}`)
  if (lines.length > 0) throw new ArchiveFault(['The audit is not as it was sealed:', ...lines].join('\n'))
  return head?.no ?? 0
}

/** How many rows a county has in one table, and the SHA-256 of them as an archive holds them. */
export async function sumOf(
  db: ArchiveDb,
  table: (typeof archiveTables)[number],
  columns: readonly string[] = table.columns,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const page of rowPages(db, table, columns)) {
    rows += page.length
    for await (const line of writeLines(each(page))) hash.update(line)
  }
  return { rows, sha256: hash.digest('hex') }
}

/**
 * Computes every published revision again from its stored inputs and answers how many there are.
 * Errors: ArchiveFault, where one comes out otherwise than it was published.
 */
export async function checkRevisions(db: CountyDb): Promise<number> {
  let count = 0
  for await (const { round, no } of everyRevision(db)) {
    const [[kept], [frozen]] = await db.together(
      selectRevision(db, round, no),
      selectRevisionInput(db, round, no),
    )
    const result = frozen && rank(frozen.input)
    const same = result && kept && canonicalJson(result) === canonicalJson(kept.result)
    if (!same || (await hashOf(frozen.input, result)) !== kept.sha256)
      throw new ArchiveFault(`Revision ${no} of round ${round} does not come out as it was published.`)
    count += 1
  }
  return count
}

async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values
}
