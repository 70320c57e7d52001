import { type SQL, sql } from 'drizzle-orm'
import { area, consequence, meeting, notice, post, unit, unitPerson } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../county-db.ts'
import type { Statement } from '../statement.ts'

/** A field made for a name in which this very name stands: erased with the person, unless it is somebody else's. */
export type PlaceRow = {
  /** `post/{area}/{post}`, `unit/{unit}`, `interview/{id}` or `meeting/{id}`. */
  key: string
  kind: 'post' | 'unit' | 'interview' | 'meeting'
  /** The post's or duty's code, or the meeting's title; null for interviews. */
  what: string | null
  /** Where: the area's or unit's name. */
  where: string | null
  /** Since when or on which day. */
  on: string | null
}

const most = 200

/** Where a name stands as a name, of one kind each: holders of posts (also as frozen in actions and notices), people of units … */
export function selectPlaces(db: CountyDb, name: string): Statement<PlaceRow>[] {
  const areaName = (id: SQL) =>
    sql`(select a.name from ${area} a where a.county = ${db.county} and a.id = ${id})`
  const frozen = (table: typeof consequence | typeof notice) =>
    sql`select 'post/' || json_extract(j.value, '$.area') || '/' || json_extract(j.value, '$.post') as "key",
        json_extract(j.value, '$.post') as what, json_extract(j.value, '$.areaName') as "where", null as "on"
      from ${table} t, json_each(t.posts) j
      where t.county = ${db.county} and json_extract(j.value, '$.holder') = ${name}`
  const queries: [PlaceRow['kind'], SQL][] = [
    [
      'post',
      sql`select "key", what, max("where") as "where", max("on") as "on" from (
          select 'post/' || p.area || '/' || p.post as "key", p.post as what, ${areaName(sql`p.area`)} as "where", p.startsOn as "on"
          from ${post} p where p.county = ${db.county} and p.holder = ${name}
          union all ${frozen(consequence)} union all ${frozen(notice)}) group by "key", what`,
    ],
    [
      'unit',
      sql`select 'unit/' || p.unit as "key", p.duty as what, null as "on",
          (select u.name from ${unit} u where u.county = ${db.county} and u.id = p.unit) as "where"
        from ${unitPerson} p where p.county = ${db.county} and p.name = ${name}`,
    ],
    [
      'interview',
      sql`select 'interview/' || c.id as "key", null as what, ${areaName(sql`c.township`)} as "where", c.recordedAt as "on"
        from ${consequence} c where c.county = ${db.county} and (${heldBy(name)})`,
    ],
    [
      'meeting',
      sql`select 'meeting/' || m.id as "key", m.title as what, ${areaName(sql`m.owner`)} as "where", m.heldAt as "on"
        from ${meeting} m where m.county = ${db.county} and (${spokenBy(name)})`,
    ],
  ]
  return queries.map(([kind, query]) => ({
    sql: sql`${query} order by "key" limit ${most}`,
    decode: (raw) => ({
      key: String(raw.key),
      kind,
      what: textOf(raw.what),
      where: textOf(raw.where),
      on: textOf(raw.on),
    }),
  }))
}

/** Who held an interview or attended it. */
export function heldBy(name: string): SQL {
  return sql`host = ${name} or (record is not null
    and exists (select 1 from json_each(record, '$.attendees') j where j.value = ${name}))`
}

/** Who spoke at a meeting, or stands in its attendance by name. */
export function spokenBy(name: string): SQL {
  return sql`exists (select 1 from json_each(speeches) j where json_extract(j.value, '$.speaker') = ${name})
    or exists (select 1 from json_each(attendance) j where json_extract(j.value, '$.name') = ${name})`
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
