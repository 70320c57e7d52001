import { type SQL, sql } from 'drizzle-orm'
import { bulletin, photo, photoUse } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { PhotoRow } from './photos.ts'
import type { Statement } from './statement.ts'

/**
 * Lets go of the photos that a bulletin was written with but does not show, where `when` holds: the sweep looks at them
 * from `now` on.
 */
export function releasePictures(
  db: CountyDb,
  id: string,
  shown: readonly string[],
  now: Date,
  when: SQL,
): Statement<unknown>[] {
  const left = sql`${photoUse.target} = 'bulletin' and ${photoUse.targetId} = ${id} and ${when}
    and ${photoUse.photo} not in (select value from json_each(${JSON.stringify(shown)}))`
  const released = sql`${photo.id} in (select photo from ${photoUse} where ${photoUse.county} = ${db.county} and ${left})`
  return [db.update(photo, { sweepAt: now.getTime() }, released), db.remove(photoUse, left)]
}

/** A photo that a bulletin shows everybody: no row where it is withdrawn, for members only, or does not show it. */
export function selectPublicPicture(db: CountyDb, id: string, picture: string): Statement<PhotoRow> {
  const told = db.exists(
    bulletin,
    sql`${bulletin.id} = ${id} and ${bulletin.state} = 'issued' and ${bulletin.visibility} = 'public'`,
  )
  const used = db.exists(
    photoUse,
    sql`${photoUse.target} = 'bulletin' and ${photoUse.targetId} = ${id} and ${photoUse.photo} = ${picture}`,
  )
  return db.select(photo, sql`${photo.id} = ${picture} and ${told} and ${used}`)
}
