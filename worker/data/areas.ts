import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { AreaLevel } from '../../schema/api/areas.ts'
import { area } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

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
  const active = (level: AreaLevel) => db.counted(area, and(eq(area.level, level), eq(area.active, true)))
  const [[townships = 0], [villages = 0]] = await db.together(active('township'), active('village'))
  return { townships, villages }
}

/** The level of some areas (`ids` a JSON list) and the township each lies in, itself included; null above one. */
export function selectTownshipsOf(
  db: CountyDb,
  ids: string,
): Statement<{ id: string; level: AreaLevel; township: string | null }> {
  return {
    sql: sql`with recursive up (subject, level, id, at, parent) as (
        select a.id, a.level, a.id, a.level, a.parent from ${area} a
        where a.county = ${db.county} and a.id in (select value from json_each(${ids}))
        union all
        select u.subject, u.level, a.id, a.level, a.parent
        from up u join ${area} a on a.county = ${db.county} and a.id = u.parent where u.at <> 'township'
      )
      select subject, level, max(case when at = 'township' then id end) as township from up group by subject, level`,
    decode: (raw) => ({
      id: String(raw.subject),
      level: String(raw.level) as AreaLevel,
      township: raw.township === null ? null : String(raw.township),
    }),
  }
}
