import { eq, type SQL, sql } from 'drizzle-orm'
import type { Place } from '../../schema/api/common.ts'
import { area, areaPlace, lastPlace } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type AreaPlaceRow = Row<typeof areaPlace>
export type LastPlaceRow = Row<typeof lastPlace>

/** So many of an area's last records say where it is. */
const kept = 15

/** Where the last records of a place and of the village it may lie in were made. */
export function selectPlacesAbout(db: CountyDb, place: string): Statement<AreaPlaceRow> {
  const parent = sql`(select parent from ${area} where county = ${db.county} and id = ${place})`
  return db.select(areaPlace, sql`${areaPlace.area} in (${place}, ${parent})`)
}

/** Where a member's last record was made. */
export function selectLastPlace(db: CountyDb, member: string): Statement<LastPlaceRow> {
  return db.select(lastPlace, eq(lastPlace.member, member))
}

/** Notes where a record of an area was made, in place of the oldest of those known; nothing where `when` is false. */
export function notePlaceOf(
  db: CountyDb,
  place: string,
  { lat, lng }: Place,
  when: SQL = sql`true`,
): Statement<unknown> {
  const newest = sql`select key, value from
    json_each(json_insert(places, '$[#]', json(json_extract(excluded.places, '$[0]')))) order by key desc limit ${kept}`
  return {
    sql: sql`insert into ${areaPlace} (county, area, places)
      select ${db.county}, ${place}, json_array(json_array(${lat}, ${lng})) where ${when}
      on conflict (county, area) do update set places =
        (select json_group_array(json(value)) from (select key, value from (${newest}) order by key))`,
    decode: () => null,
  }
}

/** Notes where a member's last record was made, in place of the one before. */
export function noteLastPlace(db: CountyDb, row: LastPlaceRow, when: SQL = sql`true`): Statement<unknown> {
  return db.insert(lastPlace, row, { taken: 'replace', when })
}
