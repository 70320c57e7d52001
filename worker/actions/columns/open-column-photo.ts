import { type ColumnPhotoRow, selectColumn, selectColumnPhotos } from '../../data/columns.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type PhotoRow, selectPhoto } from '../../data/photos.ts'
import { selectOncePublic, showable } from '../../data/public-columns.ts'
import { isShown, seesDraft } from '../../domain/columns/acts.ts'
import { withoutMetadata } from '../../files/photos/read-photo.ts'
import { columnCopyKey, copyKey, openPicture, photoKey, readPicture } from '../../files/photos/store.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import type { Picture } from '../photos/open-photo.ts'

type Opening = Pick<CountyContext, 'db' | 'env'>
/** Which photo of which article; `known` are the tags the browser has. */
export type Wanted = { article: string; photo: string; known: string | undefined }

/** A photo of an article as its readers get it. Errors: not_found, also for one that is marked and has no copy yet. */
export async function openColumnPhoto(
  context: Opening & Pick<CountyContext, 'member'>,
  wanted: Wanted,
): Promise<Picture> {
  const { db, member } = context
  const [[row], photos, [photo]] = await db.together(
    selectColumn(db, wanted.article),
    selectColumnPhotos(db, [wanted.article]),
    selectPhoto(db, wanted.photo),
  )
  if (!row || (!isShown(row.state) && !seesDraft(member, row))) throw new Problem('not_found')
  return open(context, photos, photo, wanted)
}

/** The same for anybody, of an article that is public now. Errors: not_found. */
export async function openPublicColumnPhoto(context: Opening, wanted: Wanted): Promise<Picture> {
  const { db } = context
  const [[row], photos, [photo]] = await db.together(
    selectOncePublic(db, wanted.article),
    selectColumnPhotos(db, [wanted.article]),
    selectPhoto(db, wanted.photo),
  )
  if (!row?.shown) throw new Problem('not_found')
  return open(context, photos, photo, wanted)
}

/** The blurred copy that one article has of a photo marked for blur, for whoever else shows it. Errors: not_found. */
export async function openMarked(
  { db, env }: Opening,
  { article, copy }: { article: string; copy: string | null },
  { photo, known }: Pick<Wanted, 'photo' | 'known'>,
): Promise<Picture> {
  if (copy === null) throw new Problem('not_found')
  const etag = `"${copy}"`
  const picture = { etag, mime: 'image/jpeg', name: `photo-${photo}.jpeg` }
  if (known?.split(/,\s*/).includes(etag)) return picture
  const body = await openPicture(env.FILES, columnCopyKey(db.county, article, photo, copy))
  if (!body) throw new Problem('not_found')
  return { ...picture, body }
}

async function open(
  { db, env }: Opening,
  photos: readonly ColumnPhotoRow[],
  photo: PhotoRow | undefined,
  wanted: Wanted,
): Promise<Picture> {
  const use = photos.find((one) => one.photo === wanted.photo)
  if (!use || !photo || !showable(use)) throw new Problem('not_found')
  const { tag, mime, read } = chosen(db, env, use, photo)
  const etag = `"${tag}"`
  const picture = { etag, mime, name: `photo-${photo.id}.${mime.slice('image/'.length)}` }
  if (wanted.known?.split(/,\s*/).includes(etag)) return picture
  const body = await read()
  if (!body) throw new Problem('not_found')
  return { ...picture, body }
}

type Choice = { tag: string; mime: string; read: () => Promise<Picture['body']> }

/** The article's blurred copy, else the photo's own copy without metadata, else the photo with its metadata taken off. */
function chosen(
  db: CountyDb,
  env: Opening['env'],
  { article, copy }: ColumnPhotoRow,
  photo: PhotoRow,
): Choice {
  const { id, sha256, mime, derivative } = photo
  if (copy !== null) {
    const key = columnCopyKey(db.county, article, id, copy)
    return { tag: copy, mime: 'image/jpeg', read: () => openPicture(env.FILES, key) }
  }
  if (derivative !== null) {
    const key = copyKey(db.county, id, 'derivative', derivative)
    return { tag: derivative, mime: 'image/jpeg', read: () => openPicture(env.FILES, key) }
  }
  const read = async () => {
    const original = await readPicture(env.FILES, photoKey(db.county, sha256))
    return original && withoutMetadata(original, mime)
  }
  return { tag: `${sha256}-bare`, mime, read }
}
