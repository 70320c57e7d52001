import { eq, type SQL, sql } from 'drizzle-orm'
import { area, issue, unit } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import type { Statement } from './statement.ts'

/** Names of areas and units as they are today, by id. */
export function selectNamesOf(db: CountyDb, ids: Ids): Statement<{ id: string; name: string }> {
  const wanted = sql`(select id from wanted)`
  return {
    sql: sql`with wanted (id) as materialized ${listOf(ids)}
      select id, name from ${area} where county = ${db.county} and id in ${wanted}
      union all
      select id, name from ${unit} where county = ${db.county} and id in ${wanted}`,
    decode: (raw) => ({ id: String(raw.id), name: String(raw.name) }),
  }
}

/** Names of all townships, those no longer in use among them. */
export function selectTownshipNames(db: CountyDb): Statement<{ id: string; name: string }> {
  return db.select(area, eq(area.level, 'township'), { pick: ['id', 'name'] })
}

/** As many columns as D1 gives a row, less a few. */
const mostColumns = 90

/**
 * The same for one page: a row whose columns are the names, since a name found by its key is one row read and a list
 * to look through bills each of its members again.
 */
export function selectNamesOfPage(
  db: CountyDb,
  ids: Iterable<string | null>,
): Statement<{ id: string; name: string }[]> | undefined {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length > mostColumns) return undefined
  const columns = wanted.map((_, at) => {
    const id = sql`json_extract(own.ids, ${sql.raw(`'$[${at}]'`)})`
    const found = (table: typeof area | typeof unit) =>
      sql`(select name from ${table} where ${table.county} = own.county and ${table.id} = ${id})`
    return sql`coalesce(${found(area)}, ${found(unit)}) as ${sql.raw(`n${at}`)}`
  })
  return {
    sql: sql`select ${sql.join([sql`0 as page`, ...columns], sql`, `)}
      from (select ${db.county} as county, ${JSON.stringify(wanted)} as ids) as own`,
    decode: (raw) =>
      wanted.flatMap((id, at) => (raw[`n${at}`] === null ? [] : [{ id, name: String(raw[`n${at}`]) }])),
  }
}

/** An area and everything it lies in, up to its township. `subject` is the area that was asked for. */
export type Ancestor = {
  subject: string
  id: string
  name: string
  level: string
  active: boolean
  depth: number
}

/** The area of an issue and what it lies in. */
export function selectLineageOf(db: CountyDb, issueId: string): Statement<Ancestor> {
  return lineages(db, sql`(select area from ${issue} where county = ${db.county} and id = ${issueId})`)
}

/** Lineages by the area that was asked for. */
export function bySubject(rows: readonly Ancestor[]): Map<string, Ancestor[]> {
  const lineages = new Map<string, Ancestor[]>()
  for (const row of rows) lineages.set(row.subject, [...(lineages.get(row.subject) ?? []), row])
  return lineages
}

/** For some areas: each with what it lies in, nearest first, the county left out. Unknown ids have no rows. */
export function selectLineages(db: CountyDb, areas: Ids): Statement<Ancestor> {
  return lineages(db, listOf(areas))
}

function lineages(db: CountyDb, areas: SQL): Statement<Ancestor> {
  return {
    sql: sql`with recursive up (subject, id, name, level, parent, active, depth) as (
        select a.id, a.id, a.name, a.level, a.parent, a.active, 0 from ${area} a
        where a.county = ${db.county} and a.id in ${areas}
        union all
        select u.subject, a.id, a.name, a.level, a.parent, a.active, u.depth + 1
        from up u join ${area} a on a.county = ${db.county} and a.id = u.parent
        where u.level not in ('township', 'county')
      )
      select subject, id, name, level, active, depth from up where level <> 'county' order by subject, depth`,
    decode: (raw) => ({
      subject: String(raw.subject),
      id: String(raw.id),
      name: String(raw.name),
      level: String(raw.level),
      active: raw.active === 1,
      depth: Number(raw.depth),
    }),
  }
}
