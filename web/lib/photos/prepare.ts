import { readExif } from './exif.ts'
import { sha256 } from './sha256.ts'
import { shrinkFile } from './shrink-file.ts'

/** A picture ready to be sent, with what its upload says about it. */
export type Prepared = {
  picture: Blob
  thumbnail: Blob
  sha256: string
  thumbnailSha256: string
  /** SHA-256 of the file as it was picked. */
  source: string
  takenAt?: string
  place?: { lat: number; lng: number }
}

/** Why a file cannot be taken: words of the photos' catalogue. */
export type Unfit = 'notAPicture' | 'heic' | 'tooLarge'

const mostBytes = 60_000_000
const mostPixels = 120_000_000
const skew = 5 * 60_000

/**
 * Makes a photo of a picked file: time and place are read first, since the canvas forgets them; then it is shrunk.
 * `now` in epoch ms: a camera's clock that runs ahead is not believed.
 */
export async function preparePhoto(file: File, now: number): Promise<Prepared | Unfit> {
  if (file.size > mostBytes) return 'tooLarge'
  const bytes = await file.arrayBuffer()
  const { takenAt, place, width = 0, height = 0 } = readExif(bytes)
  if (width * height > mostPixels) return 'tooLarge'
  const shrunk = await shrinkFile(file)
  if (!shrunk) return isHeic(file) ? 'heic' : 'notAPicture'
  const [picture, thumbnail] = await Promise.all([
    shrunk.picture.arrayBuffer(),
    shrunk.thumbnail.arrayBuffer(),
  ])
  return {
    picture: shrunk.picture,
    thumbnail: shrunk.thumbnail,
    sha256: await sha256(picture),
    thumbnailSha256: await sha256(thumbnail),
    source: await sha256(bytes),
    ...(takenAt !== undefined && Date.parse(takenAt) <= now + skew ? { takenAt } : {}),
    ...(place === undefined ? {} : { place }),
  }
}

function isHeic({ type, name }: File): boolean {
  return /hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name)
}
