import type { PhotoMime } from '../../../schema/api/photos.ts'
import { ascii, bigEndian, type Dimensions, PhotoRefusal } from './bytes.ts'
import { isHeic, readHeic } from './heic.ts'
import { readJpeg, stripJpeg } from './jpeg.ts'
import { readPng, stripPng } from './png.ts'
import { readWebp, stripWebp } from './webp.ts'

/** What a decoder may be asked to unpack: pixels altogether, and on the longer side. */
export const photoCaps = { pixels: 50_000_000, side: 12_000 }

/**
 * What a photo's headers say; its pixels are never decoded. `declared` is the type it was sent as. Errors
 * (PhotoRefusal): type (none of the four, or not as declared), damaged (cut off, or no header to be read), dimensions.
 */
export function readPhoto(
  bytes: Uint8Array,
  declared: string,
  caps = photoCaps,
): Dimensions & { mime: PhotoMime } {
  const mime = mimeOf(bytes)
  if (!mime || mime !== declared) throw new PhotoRefusal('type')
  const { width, height } = readers[mime](bytes)
  if (width < 1 || height < 1) throw new PhotoRefusal('damaged')
  if (width * height > caps.pixels || Math.max(width, height) > caps.side)
    throw new PhotoRefusal('dimensions', { width, height, side: caps.side, megapixels: caps.pixels / 1e6 })
  return { mime, width, height }
}

/** The picture without texts, EXIF and XMP; undefined for HEIC, whose pixels are found through its metadata. */
export function withoutMetadata(bytes: Uint8Array, mime: PhotoMime): Uint8Array<ArrayBuffer> | undefined {
  return mime === 'image/heic' ? undefined : strippers[mime](bytes)
}

const readers = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
  'image/heic': readHeic,
}
const strippers = { 'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/webp': stripWebp }

function mimeOf(bytes: Uint8Array): PhotoMime | undefined {
  if (bytes.length < 16) return undefined
  if (bigEndian(bytes, 0, 3) === 0xffd8ff) return 'image/jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp'
  return isHeic(bytes) ? 'image/heic' : undefined
}
