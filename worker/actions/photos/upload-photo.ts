import { sql } from 'drizzle-orm'
import type { Photo, PhotoUpload } from '../../../schema/api/photos.ts'
import { flagShared } from '../../data/photo-flags.ts'
import {
  addPending,
  beginAwaited,
  markStored,
  type PhotoRow,
  resume,
  selectPhoto,
  selectUsed,
} from '../../data/photos.ts'
import { photoKey, putPicture } from '../../files/photos/store.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { latest } from '../field/whereabouts.ts'
import { dueBy } from '../nudge.ts'
import { checkUpload, type Upload } from './check-upload.ts'
import { photoOf } from './photo-view.ts'
import { sweepAfter, unusedFor } from './sweep.ts'

const skew = 5 * 60_000

/**
 * Takes in a photo: first its row, then its bytes, then the row says so; whatever interrupts that, the sweep finds. One
 * that was announced with its record has its row already, and must have the hash announced.
 * The same id with the same bytes again gives the first one. Errors: photo_…, invalid (a time to come), id_taken.
 */
export async function uploadPhoto(
  context: CountyContext,
  id: string,
  upload: Upload,
  noted: PhotoUpload,
): Promise<{ photo: Photo; created: boolean }> {
  const { db, env, county, member, now } = context
  requirePast(noted.takenAt, latest(context))
  const { mime, width, height } = await checkUpload(upload)
  const { sha256, bytes } = upload
  const { source = sha256, takenAt = null, lat, lng, accuracy } = noted
  const place =
    lat === undefined || lng === undefined
      ? null
      : { lat, lng, ...(accuracy === undefined ? {} : { accuracy }) }
  const sweepAt = now.getTime() + sweepAfter
  await dueBy(context, sweepAt)
  const row = {
    ...{ id, sha256, source, mime, width, height, takenAt, place, sweepAt },
    ...{ bytes: bytes.length, by: member.id, at: now.toISOString(), thumbnail: null, derivative: null },
  }
  const [[added], [begun]] = await db.write(addPending(db, row), beginAwaited(db, row))
  const kept = added ?? begun ?? (await goOn(context, id, sha256, sweepAt))
  if (kept.state === 'stored') return { photo: photoOf(db, kept), created: false }
  await putPicture(env.FILES, photoKey(county.id, sha256), bytes, mime, sha256)
  const [[stored]] = await db.write(
    markStored(db, id, now.getTime() + unusedFor),
    record(context, 'photo.upload', id, { sha256, bytes: bytes.length }, sql`changes() > 0`),
    // Evidence already, where its record went before it.
    ...(added ? [] : [flagShared(db, [id], now.toISOString())]),
  )
  return { photo: photoOf(db, stored ?? (await sameBefore(context, id, sha256))), created: true }
}

/** The upload of these bytes, finished before or to be gone on with. Errors: photo_expiring, id_taken. */
async function goOn(context: CountyContext, id: string, sha256: string, sweepAt: number): Promise<PhotoRow> {
  const found = await sameBefore(context, id, sha256)
  if (found.state === 'stored') return found
  const [[resumed]] = await context.db.write(resume(context.db, id, sweepAt))
  const known = resumed ?? (await sameBefore(context, id, sha256))
  // Its bytes are being taken away under another id.
  if (known.state === 'awaited') throw new Problem('photo_expiring')
  return known
}

/**
 * The same bytes under the same id: the member's own, or evidence already, which another may bring whose phone was handed
 * over. Errors: photo_expiring, id_taken.
 */
async function sameBefore({ db, member }: CountyContext, id: string, sha256: string): Promise<PhotoRow> {
  const [[found], [used]] = await db.together(selectPhoto(db, id), selectUsed(db, [id]))
  if (!found || found.state === 'expiring') throw new Problem('photo_expiring')
  const same = found.sha256 === sha256 && (found.by === member.id || used !== undefined)
  if (!same) throw new Problem('id_taken')
  return found
}

/** A camera's clock may run a little fast. */
function requirePast(takenAt: string | undefined, now: Date): void {
  if (takenAt === undefined || Date.parse(takenAt) <= now.getTime() + skew) return
  const message = { zh: '拍摄时间在将来', en: 'Taken in the future' }
  throw new Problem(
    'invalid',
    {},
    { fields: (language) => [{ path: 'takenAt', message: message[language] }] },
  )
}
