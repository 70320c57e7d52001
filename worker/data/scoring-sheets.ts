import { type SQL, sql } from 'drizzle-orm'
import type { AreaLevel } from '../../schema/api/areas.ts'
import { inspection, scoringSheet } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

/** A version of a sheet, and whether an inspection has used it. */
export type SheetRow = Row<typeof scoringSheet> & { used: boolean }

/** One version of a sheet, by default the newest. */
export function selectSheet(db: CountyDb, id: string, version?: number): Statement<SheetRow> {
  const at = version === undefined ? sql`true` : sql`s.version = ${version}`
  return sheets(db, sql`s.id = ${id} and ${at} order by s.version desc limit 1`)
}

/** The version of the sheet that an inspection was made by. */
export function selectSheetOf(db: CountyDb, inspectionId: string): Statement<SheetRow> {
  const used = sql`select sheet, version from ${inspection} where county = ${db.county} and id = ${inspectionId}`
  return sheets(db, sql`(s.id, s.version) = (${used})`)
}

/** Every version of a sheet, the newest first; without what is on it. */
export function selectVersions(
  db: CountyDb,
  id: string,
): Statement<Pick<SheetRow, 'version' | 'used' | 'createdAt'>> {
  return sheets(db, sql`s.id = ${id} order by s.version desc limit 500`)
}

/**
 * The newest versions of sheets by id, keyset-paged after `after`: those in use, or those retired. A county has a few
 * dozen.
 */
export function selectSheets(
  db: CountyDb,
  filter: { retired: boolean; subject?: AreaLevel | undefined },
  limit: number,
  after = '',
): Statement<SheetRow> {
  const subject = filter.subject === undefined ? sql`true` : sql`s.subject = ${filter.subject}`
  const newest = sql`not exists (select 1 from ${scoringSheet} n
    where n.county = s.county and n.id = s.id and n.version > s.version)`
  const shown = filter.retired ? sql`s.current = 0 and ${newest}` : sql`s.current = 1`
  return sheets(db, sql`${shown} and s.id > ${after} and ${subject} order by s.id limit ${limit}`)
}

/** A precondition: that no inspection has used this version, so that it may still change. */
export function unusedVersion(db: CountyDb, id: string, version: number): SQL {
  return db.absent(inspection, sql`${inspection.sheet} = ${id} and ${inspection.version} = ${version}`)
}

/** A precondition: that this version is still the newest. */
export function newestVersion(db: CountyDb, id: string, version: number): SQL {
  const mine = sql`${scoringSheet.id} = ${id} and ${scoringSheet.version}`
  return sql`${db.exists(scoringSheet, sql`${mine} = ${version}`)} and ${db.absent(scoringSheet, sql`${mine} > ${version}`)}`
}

function sheets(db: CountyDb, rest: SQL): Statement<SheetRow> {
  return {
    sql: sql`select ${columnsOf(scoringSheet)}, exists (select 1 from ${inspection} i
        where i.county = s.county and i.sheet = s.id and i.version = s.version) as used
      from ${scoringSheet} s where s.county = ${db.county} and ${rest}`,
    decode: (raw) => ({
      ...(decodeRow(scoringSheet, raw) as Row<typeof scoringSheet>),
      used: raw.used === 1,
    }),
  }
}
