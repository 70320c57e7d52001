import { sha256 } from '../../data/sha256.ts'
import { type FormFault, photoLimits } from '../../domain/complaints/form.ts'
import { PhotoRefusal } from '../../files/photos/bytes.ts'
import { isHeic } from '../../files/photos/heic.ts'
import { readPhoto, withoutMetadata } from '../../files/photos/read-photo.ts'
import type { Upload } from '../photos/check-upload.ts'

/** A file as a form sent it. What a browser calls its type is not believed. */
export type SentFile = { size: number; bytes: () => Promise<Uint8Array<ArrayBuffer>> }

/**
 * The photos of a form, looked at and freed of what their files say beside the picture (when, where, by which
 * camera): nothing of that is ever stored. Or the first thing that is wrong with them.
 */
export async function readPhotos(
  files: readonly SentFile[],
): Promise<{ photos: Upload[]; fault?: never } | { fault: FormFault; photos?: never }> {
  if (files.length > photoLimits.most) return { fault: 'photos_many' }
  if (files.some(({ size }) => size > photoLimits.bytes)) return { fault: 'photo_large' }
  const photos: Upload[] = []
  for (const file of files) {
    const read = await readOne(await file.bytes())
    if (typeof read === 'string') return { fault: read }
    if (!photos.some((known) => known.sha256 === read.sha256)) photos.push(read)
  }
  return { photos }
}

async function readOne(bytes: Uint8Array<ArrayBuffer>): Promise<Upload | FormFault> {
  if (isHeic(bytes)) return 'photo_heic'
  const type = typeOf(bytes)
  if (!type) return 'photo_type'
  try {
    readPhoto(bytes, type)
    const bare = withoutMetadata(bytes, type)
    return bare ? { bytes: bare, type, sha256: await sha256(bare) } : 'photo_type'
  } catch (error) {
    if (error instanceof PhotoRefusal) return `photo_${error.fault}`
    throw error
  }
}

/** What the first bytes say it is; `readPhoto` looks closer. */
function typeOf([first, second]: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | undefined {
  if (first === 0xff && second === 0xd8) return 'image/jpeg'
  if (first === 0x89 && second === 0x50) return 'image/png'
  return first === 0x52 && second === 0x49 ? 'image/webp' : undefined
}
