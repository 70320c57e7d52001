import type { Photo } from '../../../schema/api/photos.ts'
import { type Copy, expectCopy, noteCopy, selectPhoto } from '../../data/photos.ts'
import { sha256 } from '../../data/sha256.ts'
import { can } from '../../domain/access/can.ts'
import { withoutMetadata } from '../../files/photos/read-photo.ts'
import { copyKey, putPicture, removePictures } from '../../files/photos/store.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { checkUpload, type Upload } from './check-upload.ts'
import { photoOf } from './photo-view.ts'
import { sweepAfter } from './sweep.ts'

const caps: Record<Copy, { pixels: number; side: number }> = {
  thumbnail: { pixels: 640 * 640, side: 640 },
  derivative: { pixels: 2048 * 2048, side: 2048 },
}

/**
 * Takes in a smaller copy of a photo, made in its uploader's browser (or brought by the office with what a phone handed
 * over): always a JPEG, stored without metadata. The first
 * copy stays; the same bytes again change nothing. Errors: not_found, photo_…, id_taken (another copy is there).
 */
export async function uploadCopy(
  context: CountyContext,
  id: string,
  copy: Copy,
  upload: Upload,
): Promise<Photo> {
  const { db, env, county, member, now, handedOver } = context
  const [[found]] = await db.together(selectPhoto(db, id))
  const brings = handedOver && can(member, 'photo.judge')
  const may = found?.by === member.id || found?.[copy] === upload.sha256 || brings
  if (found?.state !== 'stored' || !may) throw new Problem('not_found')
  const { mime } = await checkUpload(upload, caps[copy])
  if (mime !== 'image/jpeg') throw new Problem('photo_type')
  const bytes = withoutMetadata(upload.bytes, mime) ?? upload.bytes
  const hash = await sha256(bytes)
  if (found[copy] === hash) return photoOf(db, found)
  if (found[copy] !== null) throw new Problem('id_taken')

  const sweepAt = now.getTime() + sweepAfter
  await dueBy(context, sweepAt)
  const [[expected]] = await db.write(expectCopy(db, id, sweepAt))
  if (!expected) throw new Problem('not_found')
  const key = copyKey(county.id, id, copy, hash)
  await putPicture(env.FILES, key, bytes, mime, hash)
  const [[noted]] = await db.write(noteCopy(db, id, copy, hash))
  if (noted) return photoOf(db, noted)
  await removePictures(env.FILES, [key])
  throw new Problem('id_taken')
}
