import type { ReadableStream } from '@cloudflare/workers-types'
import { selectReaches } from '../../data/photo-reach.ts'
import { type PhotoRow, selectPhoto } from '../../data/photos.ts'
import { withoutMetadata } from '../../files/photos/read-photo.ts'
import { copyKey, openPicture, photoKey, readPicture } from '../../files/photos/store.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { accessTo } from './access.ts'

/** A picture to serve; without `body` where the browser has it already (its `known` tag is still right). */
export type Picture = {
  etag: string
  mime: string
  name: string
  body?: ReadableStream | Uint8Array<ArrayBuffer>
}

/**
 * A photo, or its small copy, as far as the caller may see it: the original, or a copy without metadata. Errors:
 * not_found, also where it is nothing the caller may see, and for a HEIC nobody has made a copy of.
 */
export async function openPhoto(
  { db, env, county, member }: Pick<CountyContext, 'db' | 'env' | 'county' | 'member'>,
  id: string,
  size: 'full' | 'thumbnail',
  known: string | undefined,
): Promise<Picture> {
  const [[row], reaches] = await db.together(selectPhoto(db, id), selectReaches(db, [id]))
  const access = row && accessTo(member, row.by, reaches)
  if (!row || !access) throw new Problem('not_found')
  return openStored({ env, county }, row, { size, access, known })
}

/** A photo as it is let see, whoever asks. Errors: not_found, where it is not stored or has no such copy. */
export async function openStored(
  { env, county }: Pick<CountyContext, 'env'> & { county: Pick<CountyContext['county'], 'id'> },
  row: PhotoRow,
  {
    size,
    access,
    known,
  }: { size: 'full' | 'thumbnail'; access: 'original' | 'copy'; known: string | undefined },
): Promise<Picture> {
  if (row.state !== 'stored') throw new Problem('not_found')
  const { tag, mime, read } = chosen(row, size, access)
  const etag = `"${tag}"`
  const picture = { etag, mime, name: `photo-${row.id}.${mime.slice('image/'.length)}` }
  if (known?.split(/,\s*/).includes(etag)) return picture
  const body = await read(env, county)
  if (!body) throw new Problem('not_found')
  return { ...picture, body }
}

type Choice = {
  tag: string
  mime: string
  read: (env: CountyContext['env'], county: Pick<CountyContext['county'], 'id'>) => Promise<Picture['body']>
}

function chosen(row: PhotoRow, size: 'full' | 'thumbnail', access: 'original' | 'copy'): Choice {
  const { id, sha256, mime, thumbnail, derivative } = row
  const copy = (kind: string, hash: string): Choice => ({
    tag: hash,
    mime: 'image/jpeg',
    read: (env, county) => openPicture(env.FILES, copyKey(county.id, id, kind, hash)),
  })
  if (size === 'thumbnail' && thumbnail) return copy('thumbnail', thumbnail)
  if (size === 'full' && access === 'original') {
    return { tag: sha256, mime, read: (env, county) => openPicture(env.FILES, photoKey(county.id, sha256)) }
  }
  if (derivative) return copy('derivative', derivative)
  return {
    tag: `${sha256}-bare`,
    mime,
    read: async (env, county) => {
      const original = await readPicture(env.FILES, photoKey(county.id, sha256))
      return original && withoutMetadata(original, mime)
    },
  }
}
