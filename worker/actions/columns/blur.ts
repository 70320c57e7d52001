import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { ColumnDetail } from '../../../schema/api/columns.ts'
import { columnArticle, columnPhoto } from '../../../schema/tables/county.ts'
import { asSeen } from '../../data/columns.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { sha256 } from '../../data/sha256.ts'
import type { Statement } from '../../data/statement.ts'
import { can } from '../../domain/access/can.ts'
import { isShown, statesBefore } from '../../domain/columns/acts.ts'
import { withoutMetadata } from '../../files/photos/read-photo.ts'
import {
  columnCopiesPrefix,
  columnCopyKey,
  keysBelow,
  putPicture,
  removePictures,
} from '../../files/photos/store.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { checkUpload, type Upload } from '../photos/check-upload.ts'
import { isArticle, movedOn, requireAct } from './act.ts'
import { writtenBy } from './change-column.ts'
import { columnDetail } from './column-view.ts'

const cap = { pixels: 2048 * 2048, side: 2048 }
/** How long a copy that is on its way is left alone. */
const fresh = 10 * 60_000

/**
 * Marks a photo of an article for blur, or takes the mark away as long as the article is no more than submitted: from
 * the mark on nobody is shown it but in a blurred copy. Errors: not_found, forbidden, column_moved_on.
 */
export async function markPhoto(
  context: CountyContext,
  id: string,
  photo: string,
  blur: boolean,
): Promise<ColumnDetail> {
  const { db } = context
  const { row, photos } = await requireAct(context, id, 'mark')
  const marked = photos.find((one) => one.photo === photo)
  if (!marked) throw new Problem('not_found')
  if (marked.blur === blur) return columnDetail(context, id)
  if (!blur && isShown(row.state)) throw await movedOn(context, id)
  await write(context, id, [
    db.demand(asSeen(db, row, statesBefore.mark)),
    db.update(columnArticle, { version: sql`version + 1` }, isArticle(id)),
    db.update(columnPhoto, { blur }, isPhoto(id, photo)),
    record(context, 'column.mark', id, { photo, blur }),
  ])
  return columnDetail(context, id)
}

/**
 * Takes in the blurred copy of a photo, made in the browser: a JPEG, stored without metadata. It replaces an earlier
 * one and counts as a change: what was submitted is a draft again, and whoever made it leaves the review to others. In
 * an article that stands in the column only a marked photo without a copy gets one, from a reviewer. Errors: not_found, forbidden,
 * photo_…, column_moved_on.
 */
export async function uploadBlurred(
  context: CountyContext,
  id: string,
  photo: string,
  upload: Upload,
): Promise<ColumnDetail> {
  const { db, env, county, member, now } = context
  const { row, photos } = await requireAct(context, id, 'mark')
  const found = photos.find((one) => one.photo === photo)
  if (!found) throw new Problem('not_found')
  const shown = isShown(row.state)
  if (shown && !can(member, 'column.review')) throw new Problem('forbidden')
  if (shown && !(found.blur && found.copy === null)) throw await movedOn(context, id)
  if (!shown) await requireAct(context, id, 'change')
  const { mime, width, height } = await checkUpload(upload, cap)
  if (mime !== 'image/jpeg') throw new Problem('photo_type')
  const bytes = withoutMetadata(upload.bytes, mime) ?? upload.bytes
  const copy = await sha256(bytes)
  if (found.copy === copy) return columnDetail(context, id)
  await putPicture(env.FILES, columnCopyKey(county.id, id, photo, copy), bytes, mime, copy)
  const state = shown ? {} : { state: 'draft' as const, at: now.toISOString() }
  await write(context, id, [
    db.demand(asSeen(db, row, statesBefore.mark)),
    db.update(columnArticle, { ...state, ...writtenBy(member.id) }, isArticle(id)),
    db.update(columnPhoto, { blur: true, copy, copyWidth: width, copyHeight: height }, isPhoto(id, photo)),
    record(context, 'column.blur', id, { photo, sha256: copy }),
  ])
  await removeEarlier(context, id, photo)
  return columnDetail(context, id)
}

/** Takes away the copies a photo no longer shows. One that has just been put may be about to be noted. */
async function removeEarlier({ db, env, county, now }: CountyContext, article: string, photo: string) {
  const noted = and(
    eq(columnPhoto.article, article),
    eq(columnPhoto.photo, photo),
    isNotNull(columnPhoto.copy),
  )
  const current = await db.first(columnPhoto, noted ?? sql`false`, { pick: ['copy'] })
  const settled = new Date(now.getTime() - fresh)
  const keys = await keysBelow(env.FILES, columnCopiesPrefix(county.id, article, photo), settled)
  await removePictures(
    env.FILES,
    keys.filter((key) => !key.endsWith(current?.copy ?? '-')),
  )
}

async function write(context: CountyContext, id: string, statements: readonly Statement<unknown>[]) {
  try {
    await context.db.write(...statements)
  } catch (error) {
    throw error instanceof NotAsRead ? await movedOn(context, id) : error
  }
}

function isPhoto(article: string, photo: string) {
  return and(eq(columnPhoto.article, article), eq(columnPhoto.photo, photo)) ?? sql`false`
}
