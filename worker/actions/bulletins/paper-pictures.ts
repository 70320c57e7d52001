import { type PhotoRow, selectPhotos } from '../../data/photos.ts'
import type { PaperPicture } from '../../files/bulletins/paper.ts'
import { withoutMetadata } from '../../files/photos/read-photo.ts'
import { copyKey, photoKey, readPicture } from '../../files/photos/store.ts'
import type { CountyContext } from '../context.ts'

/** A Worker's memory ends somewhere: pictures beyond this leave their captions. */
const mostBytes = 25_000_000
const atOnce = 6

/**
 * The pictures of a paper by the photo's id, without what the camera noted. Those that a paper cannot hold (WebP, HEIC
 * without a copy) or that are not stored are missing.
 */
export async function paperPictures(
  { db, env }: Pick<CountyContext, 'db' | 'env'>,
  ids: readonly string[],
): Promise<Map<string, PaperPicture>> {
  const pictures = new Map<string, PaperPicture>()
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return pictures
  const [rows] = await db.together(selectPhotos(db, wanted))
  const printable = rows.filter(
    ({ state, mime, derivative }) =>
      state === 'stored' && (derivative !== null || mime === 'image/jpeg' || mime === 'image/png'),
  )
  let left = mostBytes
  for (let at = 0; at < printable.length; at += atOnce) {
    const few = printable.slice(at, at + atOnce)
    const read = await Promise.all(few.map((row) => bytesOf({ db, env }, row)))
    for (const [i, row] of few.entries()) {
      const bytes = read[i]
      if (!bytes || bytes.length > left) continue
      left -= bytes.length
      const type = row.derivative === null && row.mime === 'image/png' ? 'png' : 'jpg'
      pictures.set(row.id, { bytes, type, width: row.width, height: row.height })
    }
  }
  return pictures
}

async function bytesOf(
  { db, env }: Pick<CountyContext, 'db' | 'env'>,
  { id, sha256, mime, derivative }: PhotoRow,
): Promise<Uint8Array | undefined> {
  if (derivative !== null) return readPicture(env.FILES, copyKey(db.county, id, 'derivative', derivative))
  const original = await readPicture(env.FILES, photoKey(db.county, sha256))
  return original && withoutMetadata(original, mime)
}
