import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { GridPoint } from '../../schema/api/field.ts'
import { area, gridPoint, patrol } from '../../schema/tables/county.ts'
import { below } from './areas-below.ts'
import type { CountyDb, Row } from './county-db.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

export type PointRow = Row<typeof gridPoint>
export type GridRow = {
  id: string
  name: string
  points: number
  last: { endedAt: string; points: { good: boolean }[] } | null
}

/** The points that a grid's patrols pass, in their order; with `all` those no longer passed too. */
export function selectPointsOf(db: CountyDb, grid: string, all = false): Statement<PointRow> {
  const mine = all ? eq(gridPoint.grid, grid) : and(eq(gridPoint.grid, grid), eq(gridPoint.active, true))
  return db.select(gridPoint, mine, { orderBy: [gridPoint.position, gridPoint.id], limit: 1000 })
}

/** The points of every grid in an area, itself included. */
export function selectPointsBelow(db: CountyDb, root: string, limit: number): Statement<GridPoint> {
  return {
    sql: sql`with recursive ${below(db, root)}
      select ${columnsOf(gridPoint)} from ${gridPoint} where county = ${db.county} and active = 1
        and grid in (select id from below where level = 'grid') order by grid, position, id limit ${limit}`,
    decode: (raw) => decodeRow(gridPoint, raw) as PointRow,
  }
}

/** Puts a grid's points in this order; those that are not among them are no longer passed. */
export function putPoints(
  db: CountyDb,
  grid: string,
  points: readonly Omit<PointRow, 'grid' | 'position' | 'active'>[],
): Statement<unknown>[] {
  const rows = points.map((point, position) => ({ ...point, grid, position, active: true }))
  return [
    db.update(gridPoint, { active: false }, eq(gridPoint.grid, grid)),
    ...db.insertAll(gridPoint, rows, { taken: 'replace' }),
  ]
}

/** A precondition: that a grid's points are still these, and none of the others is another grid's. */
export function pointsStill(
  db: CountyDb,
  grid: string,
  seen: readonly string[],
  wanted: readonly string[],
): SQL {
  const list = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`
  const active = sql`${gridPoint.grid} = ${grid} and ${gridPoint.active} = 1`
  const foreign = sql`${gridPoint.id} in ${list(wanted)} and ${gridPoint.grid} <> ${grid}`
  const gone = sql`(select count(*) from ${gridPoint} where county = ${db.county} and ${active}) = ${seen.length}`
  return sql`${gone} and ${db.absent(gridPoint, sql`${active} and ${gridPoint.id} not in ${list(seen)}`)}
    and ${db.absent(gridPoint, foreign)}`
}

/** Grids in use by id, after one of them, with how many points they have and their last patrol; of one area, or all. */
export function selectGrids(
  db: CountyDb,
  root: string | undefined,
  limit: number,
  after = '',
): Statement<GridRow> {
  const there = root === undefined ? sql`true` : sql`a.id in (select id from below)`
  const last = (
    column: SQL,
  ) => sql`(select ${column} from ${patrol} p where p.county = a.county and p.grid = a.id
    order by p.endedAt desc, p.id desc limit 1)`
  const points = sql`(select count(*) from ${gridPoint} g where g.county = a.county and g.grid = a.id and g.active = 1)`
  const tree = root === undefined ? sql.empty() : sql`with recursive ${below(db, root)}`
  return {
    sql: sql`${tree} select a.id, a.name, ${points} as points, ${last(sql`p.endedAt`)} as endedAt,
        ${last(sql`p.points`)} as found
      from ${area} a where a.county = ${db.county} and a.level = 'grid' and a.active = 1 and a.id > ${after}
        and ${there} order by a.id limit ${limit}`,
    decode: (raw) => ({
      ...{ id: String(raw.id), name: String(raw.name), points: Number(raw.points) },
      last:
        raw.endedAt === null
          ? null
          : { endedAt: String(raw.endedAt), points: JSON.parse(String(raw.found)) as { good: boolean }[] },
    }),
  }
}
