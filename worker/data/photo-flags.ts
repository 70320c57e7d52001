import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { PhotoFlag } from '../../schema/api/photos.ts'
import { photo, photoFlag, photoUse } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type PhotoFlagRow = Row<typeof photoFlag>

/**
 * Flags the pictures of these photos that are used for more than one area, whichever of their uploads it was; stands
 * in a batch after the uses. A flag already settled opens again only where an area is new.
 */
export function flagShared(db: CountyDb, photos: readonly string[], at: string): Statement<unknown> {
  return {
    sql: sql`insert into ${photoFlag} (county, sha256, areas, state, at)
      select ${db.county}, source, json_group_array(area), 'open', ${at} from (
        select distinct p.source, u.area from ${photo} as mine
        join ${photo} as p on p.county = mine.county and p.source = mine.source
        join ${photoUse} as u on u.county = p.county and u.photo = p.id
        where mine.county = ${db.county} and u.area is not null
          and mine.id in (select value from json_each(${JSON.stringify(photos)}))
        order by p.source, u.area) where true
      group by source having count(*) > 1
      on conflict (county, sha256) do update
        set areas = excluded.areas, state = 'open', at = excluded.at, note = null, settledBy = null, settledAt = null
        where areas <> excluded.areas`,
    decode: () => null,
  }
}

/** Flags, newest first, before one of them (`at` and hash). */
export function selectFlags(
  db: CountyDb,
  state: PhotoFlag['state'] | undefined,
  limit: number,
  before: { at: string; sha256: string } | undefined,
): Statement<PhotoFlagRow> {
  const conditions: (SQL | undefined)[] = [
    eq(photoFlag.state, state ?? 'open'),
    before && lt(sql`(${photoFlag.at}, ${photoFlag.sha256})`, sql`(${before.at}, ${before.sha256})`),
  ]
  const orderBy = [photoFlag.at, photoFlag.sha256]
  return db.select(photoFlag, and(...conditions), { orderBy, descending: true, limit })
}

/** Where the pictures of some flags are used: the picture's hash and the photo's id beside each use. */
export function selectFlagUses(
  db: CountyDb,
  hashes: readonly string[],
): Statement<{ source: string; photo: string; target: string; targetId: string }> {
  return {
    sql: sql`select p.source, u.photo, u.target, u.targetId from ${photo} as p
      join ${photoUse} as u on u.county = p.county and u.photo = p.id
      where p.county = ${db.county} and p.source in (select value from json_each(${JSON.stringify(hashes)}))
      order by u.at, u.photo`,
    decode: (raw) => ({
      source: String(raw.source),
      photo: String(raw.photo),
      target: String(raw.target),
      targetId: String(raw.targetId),
    }),
  }
}
