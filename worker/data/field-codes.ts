import { and, eq, isNull, sql } from 'drizzle-orm'
import type { FieldCode } from '../../schema/api/field.ts'
import { area, fieldCode } from '../../schema/tables/county.ts'
import type { AreaRow } from './areas.ts'
import { below } from './areas-below.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

export type FieldCodeRow = Row<typeof fieldCode>

/** A code that still opens something. */
export function selectCode(db: CountyDb, code: string): Statement<FieldCodeRow> {
  return db.select(fieldCode, and(eq(fieldCode.code, code), isNull(fieldCode.revokedAt)))
}

/** The area a code stands for, or the one that area has been merged into. */
export function selectAreaOfCode(db: CountyDb, code: string): Statement<AreaRow> {
  const own = db.select(fieldCode, and(eq(fieldCode.code, code), isNull(fieldCode.revokedAt)), {
    pick: ['area'],
  }).sql
  return {
    sql: sql`select ${columnsOf(area)} from ${area} where county = ${db.county} and active = 1 and id in (
      select coalesce(mergedInto, id) from ${area} where county = ${db.county} and id = (${own}))`,
    decode: (raw) => decodeRow(area, raw) as AreaRow,
  }
}

/** Codes for areas that have none. */
export function addCodes(db: CountyDb, rows: readonly New<typeof fieldCode>[]): Statement<unknown>[] {
  return db.insertAll(fieldCode, rows, { taken: 'ignore' })
}

/** From now on the codes of these areas open nothing. */
export function revokeCodesOf(
  db: CountyDb,
  areas: readonly string[],
  by: { revokedAt: string; revokedBy: string },
): Statement<FieldCodeRow> {
  const own = sql`${fieldCode.area} in (select value from json_each(${JSON.stringify(areas)}))`
  return db.update(fieldCode, by, sql`${own} and revokedAt is null`)
}

/** From now on this code opens nothing; no row back where it did not before. */
export function revokeCode(
  db: CountyDb,
  code: string,
  by: { revokedAt: string; revokedBy: string },
): Statement<FieldCodeRow> {
  return db.update(
    fieldCode,
    by,
    and(eq(fieldCode.code, code), isNull(fieldCode.revokedAt)) ?? eq(fieldCode.code, code),
  )
}

/** Codes with their areas by the area's id, after one of them; of what lies in one area, or of these areas. */
export function selectCodes(
  db: CountyDb,
  of: { root?: string | undefined; areas?: readonly string[] },
  limit: number,
  after = '',
): Statement<FieldCode> {
  const tree = of.root === undefined ? sql.empty() : sql`with recursive ${below(db, of.root)}`
  const there = of.root === undefined ? sql`true` : sql`c.area in (select id from below)`
  const named = of.areas
    ? sql`c.area in (select value from json_each(${JSON.stringify(of.areas)}))`
    : sql`true`
  return {
    sql: sql`${tree} select c.code, c.area, c.at, a.name, a.level, a.parent from ${fieldCode} c
      join ${area} a on a.county = c.county and a.id = c.area and a.active = 1
      where c.county = ${db.county} and c.revokedAt is null and c.area > ${after} and ${there} and ${named}
      order by c.area limit ${limit}`,
    decode: (raw) => ({
      ...{ code: String(raw.code), area: String(raw.area), at: String(raw.at), name: String(raw.name) },
      level: raw.level as FieldCode['level'],
      parent: raw.parent === null ? null : String(raw.parent),
    }),
  }
}
