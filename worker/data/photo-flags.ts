import { and, eq, sql } from 'drizzle-orm'
import type { PhotoFlag, PhotoTarget } from '../../schema/api/photos.ts'
import { photo, photoFlag, photoUse } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { shownUse } from './photos.ts'
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
        cross join ${photo} as p indexed by photo_source on p.county = mine.county and p.source = mine.source
        cross join ${photoUse} as u on u.county = p.county and u.photo = p.id
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

/** Flags in one state, newest first, after the one that `cursor` (time and hash, a space between) names. */
export function selectFlags(
  db: CountyDb,
  state: PhotoFlag['state'],
  limit: number,
  cursor = '~',
): Statement<PhotoFlagRow> {
  const [at = '', sha256 = ''] = cursor.split(' ')
  const after = sql`(${photoFlag.at}, ${photoFlag.sha256}) < (${at}, ${sha256})`
  const orderBy = [photoFlag.at, photoFlag.sha256]
  return db.select(photoFlag, and(eq(photoFlag.state, state), after), { orderBy, descending: true, limit })
}

/** One place where a flagged picture is used; `sha256` is the flag's. */
export type FlagUse = { sha256: string; use: PhotoFlag['uses'][number] }

/** Where the pictures of some flags are used, in the order they were. Crossed: from the few pictures to their uses. */
export function selectFlagUses(db: CountyDb, hashes: readonly string[]): Statement<FlagUse> {
  return {
    sql: sql`select p.source, u.target, u.targetId, u.area, u.at, u.role, u.event,
        p.id, p.state, p.at as since, p.mime, p.width, p.height, p.takenAt, p.place
      from ${photo} as p indexed by photo_source cross join ${photoUse} as u on u.county = p.county and u.photo = p.id
      where p.county = ${db.county} and p.source in (select value from json_each(${JSON.stringify(hashes)}))
      order by u.at, u.photo`,
    decode: (raw) => ({
      sha256: String(raw.source),
      use: {
        target: raw.target as PhotoTarget,
        targetId: String(raw.targetId),
        area: raw.area === null ? null : String(raw.area),
        at: String(raw.at),
        photo: shownUse(db, raw),
      },
    }),
  }
}

/** Settles a flag, or says otherwise once it has been. */
export function settleFlag(
  db: CountyDb,
  sha256: string,
  set: Pick<PhotoFlagRow, 'state' | 'note' | 'settledBy' | 'settledAt'>,
): Statement<PhotoFlagRow> {
  return db.update(photoFlag, set, eq(photoFlag.sha256, sha256))
}
