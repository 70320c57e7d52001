import { and, eq, sql } from 'drizzle-orm'
import type { ColumnPhotoGiven } from '../../../schema/api/columns.ts'
import { columnPhoto, photo as photoTable, photoUse } from '../../../schema/tables/county.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'
import { attachPhotos } from '../photos/attach.ts'
import { sweepAfter } from '../photos/sweep.ts'

/**
 * What the caller's batch needs so that an article shows these photos and no others of its own, in this order. A photo
 * that stays keeps its blurred copy; one that goes is looked at by the sweep. Errors: invalid, naming each photo that
 * is unknown or not the caller's to use.
 */
export async function setPhotos(
  context: CountyContext,
  article: string,
  photos: readonly ColumnPhotoGiven[],
): Promise<Statement<unknown>[]> {
  const { db, now } = context
  const ids = photos.map(({ photo }) => photo)
  const kept = JSON.stringify(ids)
  const gone = sql`not in (select value from json_each(${kept}))`
  const uses = and(
    eq(photoUse.target, 'column'),
    eq(photoUse.targetId, article),
    sql`${photoUse.photo} ${gone}`,
  )
  const rows = photos.map(({ photo, caption = '', blur = false }, position) => ({
    ...{ article, photo, role: 'shown' as const, position, caption, blur },
  }))
  const attached = await attachPhotos(
    context,
    { target: 'column', targetId: article, area: null, role: 'evidence', path: 'photos' },
    ids,
  )
  const dropped = sql`${photoTable.id} in (select photo from ${columnPhoto}
    where county = ${db.county} and article = ${article} and role = 'shown' and photo ${gone})`
  return [
    db.update(photoTable, { sweepAt: now.getTime() + sweepAfter }, dropped),
    db.remove(
      columnPhoto,
      and(
        eq(columnPhoto.article, article),
        eq(columnPhoto.role, 'shown'),
        sql`${columnPhoto.photo} ${gone}`,
      ) ?? sql`false`,
    ),
    db.remove(photoUse, uses ?? sql`false`),
    ...attached,
    ...(rows.length === 0 ? [] : db.insertAll(columnPhoto, rows, { taken: 'replace' })),
  ]
}
