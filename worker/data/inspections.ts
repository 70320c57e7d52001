import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { area, inspection, issue, scoringSheet } from '../../schema/tables/county.ts'
import type { CountyDb, NewValues, Row } from './county-db.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

export type InspectionRow = Row<typeof inspection>
/** An inspection with the names of its subject and its sheet. */
export type NamedInspection = InspectionRow & { subjectName: string; sheetName: string }

export type InspectionFilter = {
  subject?: string | undefined
  village?: string | undefined
  township?: string | undefined
  unit?: string | undefined
  sheet?: string | undefined
  /** Instants between which it ended. */
  from?: string | undefined
  until?: string | undefined
}

/** Where a page of a list begins: what the last row of the one before ended at, and its id. */
export type After = { endedAt: string; id: string }

/** Inspections, the last ended first. */
export function selectInspections(
  db: CountyDb,
  filter: InspectionFilter,
  limit: number,
  after?: After,
): Statement<NamedInspection> {
  const { subject, village, township, unit, sheet, from, until } = filter
  const conditions = [
    subject === undefined ? undefined : sql`i.subject = ${subject}`,
    village === undefined ? undefined : sql`i.village = ${village}`,
    township === undefined ? undefined : sql`i.township = ${township}`,
    unit === undefined ? undefined : sql`i.unit = ${unit}`,
    sheet === undefined ? undefined : sql`i.sheet = ${sheet}`,
    from === undefined ? undefined : sql`i.endedAt >= ${from}`,
    until === undefined ? undefined : sql`i.endedAt < ${until}`,
    after && sql`(i.endedAt, i.id) < (${after.endedAt}, ${after.id})`,
  ].filter((one) => one !== undefined)
  const where = sql.join([sql`true`, ...conditions], sql` and `)
  const narrowed = [subject, village, township, unit, sheet].some((one) => one !== undefined)
  // The `+` keeps a narrowed list from the index of all inspections, whose order it would follow past all others.
  const order = narrowed ? sql`i.endedAt desc, +i.id desc` : sql`i.endedAt desc, i.id desc`
  return named(db, sql`${where} order by ${order} limit ${limit}`)
}

export function selectInspection(db: CountyDb, id: string): Statement<NamedInspection> {
  return named(db, sql`i.id = ${id}`)
}

/** Ids of the issues raised from an inspection, in no order. */
export function selectIssuesFrom(db: CountyDb, id: string): Statement<{ id: string }> {
  const from = and(eq(issue.sourceRef, id), eq(issue.source, 'inspection'))
  return db.select(issue, from, { pick: ['id'], limit: 300 })
}

/** Stores an inspection; no row back where the id is taken. */
export function addInspection(
  db: CountyDb,
  row: NewValues<typeof inspection>,
  when: SQL,
): Statement<InspectionRow> {
  return db.insert(inspection, row, { taken: 'ignore', when })
}

/** Annuls an inspection; no row back where it is annulled already. */
export function annulInspection(
  db: CountyDb,
  id: string,
  { by, at, reason }: { by: string; at: string; reason: string },
): Statement<InspectionRow> {
  const standing = and(eq(inspection.id, id), isNull(inspection.annulledAt)) ?? eq(inspection.id, id)
  return db.update(inspection, { annulledAt: at, annulledBy: by, annulledFor: reason }, standing)
}

/** Rows join two names, each one row by its key. */
function named(db: CountyDb, rest: SQL): Statement<NamedInspection> {
  return {
    sql: sql`select ${columnsOf(inspection)},
        (select name from ${area} a where a.county = i.county and a.id = i.subject) as subjectName,
        (select name from ${scoringSheet} s
          where s.county = i.county and s.id = i.sheet and s.version = i.version) as sheetName
      from ${inspection} i where i.county = ${db.county} and ${rest}`,
    decode: (raw) => ({
      ...(decodeRow(inspection, raw) as InspectionRow),
      subjectName: String(raw.subjectName),
      sheetName: String(raw.sheetName),
    }),
  }
}
