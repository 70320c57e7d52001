import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { AreaLevel } from '../../schema/api/areas.ts'
import { area } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

export type AreaRow = Row<typeof area>

/** Areas by id, keyset-paged after `after`; `q` is part of a name. */
export async function listAreas(
  db: CountyDb,
  filter: { level?: AreaLevel | undefined; parent?: string | undefined; q?: string | undefined },
  limit: number,
  after = '',
): Promise<AreaRow[]> {
  const conditions: (SQL | undefined)[] = [
    gt(area.id, after),
    filter.level && eq(area.level, filter.level),
    filter.parent === undefined ? undefined : eq(area.parent, filter.parent),
    filter.q === undefined ? undefined : sql`instr(${area.name}, ${filter.q}) > 0`,
  ]
  return db.find(area, and(...conditions), { orderBy: area.id, limit })
}

export async function findArea(db: CountyDb, id: string): Promise<AreaRow | undefined> {
  return db.first(area, eq(area.id, id))
}

/** How many townships and villages are in use. */
export async function countAreas(db: CountyDb): Promise<{ townships: number; villages: number }> {
  const active = (level: AreaLevel) => db.count(area, and(eq(area.level, level), eq(area.active, true)))
  return { townships: await active('township'), villages: await active('village') }
}
