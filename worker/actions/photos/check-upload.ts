import { sha256 } from '../../data/sha256.ts'
import { PhotoRefusal } from '../../files/photos/bytes.ts'
import { readPhoto } from '../../files/photos/read-photo.ts'
import { Problem } from '../../problems/problem.ts'

/** Bytes as they arrived: the type they were sent as and the hash they were said to have. */
export type Upload = { bytes: Uint8Array<ArrayBuffer>; type: string; sha256: string }

/**
 * What an upload's headers say, once it is known to have arrived whole. Errors: photo_hash, photo_type, photo_damaged,
 * photo_dimensions.
 */
export async function checkUpload(upload: Upload, caps?: Parameters<typeof readPhoto>[2]) {
  if ((await sha256(upload.bytes)) !== upload.sha256) throw new Problem('photo_hash')
  try {
    return readPhoto(upload.bytes, upload.type.split(';', 1)[0]?.trim().toLowerCase() ?? '', caps)
  } catch (error) {
    if (error instanceof PhotoRefusal) throw new Problem(`photo_${error.fault}`, error.params)
    throw error
  }
}
