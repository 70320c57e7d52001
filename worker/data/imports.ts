import { sql } from 'drizzle-orm'
import { countyImport } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type ImportRow = typeof countyImport.$inferSelect

/** The archive that is being brought in for a county and has not been done with. */
export async function findImport(control: ControlDb, id: CountyId): Promise<ImportRow | undefined> {
  return control.first(rowsOf(countyImport, sql`select * from ${countyImport} where county = ${id}`))
}

/** Imports begun and never finished, the oldest first. */
export async function listImports(control: ControlDb): Promise<ImportRow[]> {
  const [rows] = await control.run(
    rowsOf(countyImport, sql`select * from ${countyImport} order by startedAt limit 100`),
  )
  return rows
}

export function beginImport(row: typeof countyImport.$inferInsert): Statement<ImportRow> {
  return insertInto(countyImport, row)
}

/** Notes which parts of the archive are in, so that an import taken up again begins after them. */
export async function noteImported(control: ControlDb, id: CountyId, done: string): Promise<void> {
  await control.run(
    rowsOf(countyImport, sql`update ${countyImport} set done = ${done} where county = ${id} returning *`),
  )
}

export function endImport(id: CountyId): Statement<unknown> {
  return rowsOf(countyImport, sql`delete from ${countyImport} where county = ${id} returning *`)
}
