import { and, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AwaitedPhoto, PhotoShown, PhotoTarget } from '../../schema/api/photos.ts'
import { photo, photoUse } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import { decodeRow, type Statement } from './statement.ts'

export type PhotoRow = Row<typeof photo>
export type PhotoUse = Row<typeof photoUse>

/** A photo where it is evidence, and what it is evidence of. */
export type PhotoOf = { targetId: string; shown: PhotoShown }

/** Photos of some things of one kind, by the thing's id, in the order they came: `together` one read for all. */
export async function photosOf(
  db: CountyDb,
  target: PhotoTarget,
  ids: readonly string[],
): Promise<Map<string, PhotoShown[]>> {
  if (ids.length === 0) return new Map()
  const [rows] = await db.together(selectPhotosOf(db, target, ids))
  return byTarget(rows)
}

/** The same as a statement, to stand beside other reads; `byTarget` sorts its rows. */
export function selectPhotosOf(db: CountyDb, target: PhotoTarget, ids: Ids): Statement<PhotoOf> {
  return {
    sql: sql`select u.targetId, u.role, u.event, p.id, p.state, p.at as since, p.mime, p.width, p.height,
        p.takenAt, p.place
      from ${photoUse} as u join ${photo} as p on p.county = u.county and p.id = u.photo
      where u.county = ${db.county} and u.target = ${target}
        and u.targetId in ${listOf(ids)}
      order by u.targetId, u.at, u.photo`,
    decode: (raw) => ({ targetId: String(raw.targetId), shown: shownUse(db, raw) }),
  }
}

/** A photo where it is evidence, from a joined row: the photo's columns, its `at` as `since`, `role` and `event` of its use. */
export function shownUse(db: CountyDb, raw: Record<string, unknown>): PhotoShown {
  const { id, state, mime, width, height, takenAt, place } = decodeRow(photo, raw) as PhotoRow
  const { role, event } = decodeRow(photoUse, { role: raw.role, event: raw.event }) as PhotoUse
  const shown = { id, role, event, mime, width, height, takenAt, place, ...photoUrls(db, id) }
  return state === 'stored' ? shown : { ...shown, awaitedSince: String(raw.since) }
}

/** Photos by the id of the thing they are evidence of. */
export function byTarget(rows: readonly PhotoOf[]): Map<string, PhotoShown[]> {
  const photos = new Map<string, PhotoShown[]>()
  for (const { targetId, shown } of rows) photos.set(targetId, [...(photos.get(targetId) ?? []), shown])
  return photos
}

/** Where a browser finds a photo: the same address for everybody, answering only to those who may see it. */
export function photoUrls(db: CountyDb, id: string): { url: string; thumbnailUrl: string } {
  const url = `/api/v1/counties/${db.county}/photos/${id}`
  return { url, thumbnailUrl: `${url}/thumbnail` }
}

export function selectPhoto(db: CountyDb, id: string): Statement<PhotoRow> {
  return db.select(photo, eq(photo.id, id))
}

export function selectPhotos(db: CountyDb, ids: readonly string[]): Statement<PhotoRow> {
  return db.select(photo, among(ids))
}

/** Photos whose bytes follow the record they are evidence of, and whose they are. */
export type Awaited = { by: string; photos: readonly AwaitedPhoto[] }

/** A condition of a batch: that every one of these photos is stored, or awaited from that member as it was announced. */
export function allStored(db: CountyDb, ids: readonly string[], { by, photos }: Awaited): SQL {
  const said = JSON.stringify(Object.fromEntries(photos.map(({ id, sha256 }) => [id, sha256])))
  const path = sql`'$."' || wanted.value || '"'`
  const coming = sql`${photo.state} in ('awaited', 'pending') and ${photo.by} = ${by}
    and ${photo.sha256} = json_extract(${said}, ${path})`
  const there = db.exists(
    photo,
    sql`${photo.id} = wanted.value and (${photo.state} = 'stored' or (${coming}))`,
  )
  return sql`not exists (select 1 from json_each(${JSON.stringify(ids)}) as wanted where not ${there})`
}

/** Announces photos whose bytes follow; what their ids hold already stays as it is. */
export function announce(
  db: CountyDb,
  { by, photos }: Awaited,
  at: string,
  when?: SQL,
): Statement<unknown>[] {
  const rows = photos.map(({ id, sha256 }) => ({
    ...{ id, state: 'awaited' as const, sha256, mime: 'image/jpeg' as const, bytes: 0, width: 0, height: 0 },
    ...{ by, at },
  }))
  return db.insertAll(photo, rows, { taken: 'ignore', ...(when && { when }) })
}

/**
 * Begins an upload: the row stands before the bytes do. Nothing is added where the id is taken, or while the sweep is
 * taking the same picture away.
 */
export function addPending(db: CountyDb, row: Omit<PhotoRow, 'state'>): Statement<PhotoRow> {
  const going = and(eq(photo.sha256, row.sha256), eq(photo.state, 'expiring'))
  const when = going && db.absent(photo, going, 'photo_sha256')
  return db.insert(photo, { ...row, state: 'pending' }, { taken: 'ignore', ...(when && { when }) })
}

/**
 * Begins the upload of a photo that was announced, whoever has its bytes: it stays the announcer's. No row back where
 * it was begun before, or as with `addPending`.
 */
export function beginAwaited(
  db: CountyDb,
  { id, by: _, ...row }: Omit<PhotoRow, 'state'>,
): Statement<PhotoRow> {
  const going = and(eq(photo.sha256, row.sha256), eq(photo.state, 'expiring')) ?? sql`false`
  const mine = and(
    eq(photo.id, id),
    eq(photo.state, 'awaited'),
    eq(photo.sha256, row.sha256),
    db.absent(photo, going, 'photo_sha256'),
  )
  return db.update(photo, { ...row, state: 'pending' }, mine ?? sql`false`)
}

/** Goes on with an upload that was interrupted; no row back where the sweep was quicker, or it has been ended. */
export function resume(db: CountyDb, id: string, sweepAt: number): Statement<PhotoRow> {
  return db.update(photo, { sweepAt }, and(eq(photo.id, id), eq(photo.state, 'pending')) ?? eq(photo.id, id))
}

/** Ends an upload; no row back means that the sweep was quicker. */
export function markStored(db: CountyDb, id: string, sweepAt: number): Statement<PhotoRow> {
  const waiting = and(eq(photo.id, id), eq(photo.state, 'pending')) ?? eq(photo.id, id)
  return db.update(photo, { state: 'stored', sweepAt }, waiting)
}

export type Copy = 'thumbnail' | 'derivative'

/** Announces a copy whose bytes are about to be put, so that the sweep looks for what an interruption leaves. */
export function expectCopy(db: CountyDb, id: string, sweepAt: number): Statement<PhotoRow> {
  return db.update(photo, { sweepAt }, and(eq(photo.id, id), eq(photo.state, 'stored')) ?? eq(photo.id, id))
}

/** Notes a copy whose bytes are there; the first one stays, and no row back means another was first. */
export function noteCopy(db: CountyDb, id: string, copy: Copy, sha256: string): Statement<PhotoRow> {
  const free = or(isNull(photo[copy]), eq(photo[copy], sha256))
  const mine = and(eq(photo.id, id), eq(photo.state, 'stored'), free) ?? eq(photo.id, id)
  return db.update(photo, copy === 'thumbnail' ? { thumbnail: sha256 } : { derivative: sha256 }, mine)
}

/** What the sweep is to look at by `now`, the longest due first. */
export function selectDue(db: CountyDb, now: number, limit: number): Statement<PhotoRow> {
  return db.select(photo, lte(photo.sweepAt, now), { orderBy: photo.sweepAt, limit, index: 'photo_sweep' })
}

/** When the sweep has something to look at next; no row where never. */
export function selectNextSweep(db: CountyDb): Statement<Pick<PhotoRow, 'sweepAt'>> {
  const known = sql`${photo.sweepAt} is not null`
  return db.select(photo, known, { pick: ['sweepAt'], orderBy: photo.sweepAt, limit: 1 })
}

/** Which of these photos are evidence of something. */
export function selectUsed(db: CountyDb, ids: readonly string[]): Statement<{ id: string }> {
  return {
    sql: sql`select distinct photo as id from ${photoUse} where county = ${db.county}
      and photo in (select value from json_each(${JSON.stringify(ids)}))`,
    decode: (raw) => ({ id: String(raw.id) }),
  }
}

/** Photos of these very bytes that are not going, nor yet to come. */
export function selectLiving(db: CountyDb, sha256: string): Statement<Pick<PhotoRow, 'id'>> {
  const living = and(eq(photo.sha256, sha256), sql`${photo.state} in ('pending', 'stored')`)
  return db.select(photo, living, { pick: ['id'], limit: 1, index: 'photo_sha256' })
}

/** Marks an unused photo as going, from then on nobody can use it; no row back where it is evidence meanwhile. */
export function expire(db: CountyDb, { id, sweepAt }: PhotoRow): Statement<PhotoRow> {
  const unused = db.absent(photoUse, eq(photoUse.photo, id))
  const mine = and(eq(photo.id, id), sql`${photo.sweepAt} = ${sweepAt}`, unused) ?? eq(photo.id, id)
  return db.update(photo, { state: 'expiring' }, mine)
}

/** Takes the row away once its bytes are. */
export function removeExpired(db: CountyDb, id: string): Statement<PhotoRow> {
  return db.remove(photo, and(eq(photo.id, id), eq(photo.state, 'expiring')) ?? eq(photo.id, id))
}

/** When the sweep looks next, unless something changed it meanwhile. Null where it need not. */
export function sweepNext(db: CountyDb, { id, sweepAt }: PhotoRow, next: number | null): Statement<PhotoRow> {
  return db.update(
    photo,
    { sweepAt: next },
    and(eq(photo.id, id), eq(photo.sweepAt, sweepAt ?? 0)) ?? eq(photo.id, id),
  )
}

function among(ids: readonly string[]): SQL {
  return sql`${photo.id} in (select value from json_each(${JSON.stringify(ids)}))`
}
