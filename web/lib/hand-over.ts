import { strFromU8, unzipSync } from 'fflate'
import { type HandedPhoto, HandOver } from '../../schema/api/hand-over.ts'
import { NotAHandOver } from './not-a-hand-over.ts'
import { sha256 } from './photos/sha256.ts'

/** A file handed over: what stands in it, and its pictures. Errors of `picture`: NotAHandOver. */
export type HandedOver = {
  manifest: HandOver
  /** A JPEG, as its hash says it left the phone. */
  picture: (photo: HandedPhoto, size: 'photos' | 'thumbnails') => Promise<ArrayBuffer>
}

/** So many bytes unpacked: a browser holds no more. */
const mostBytes = 1_500_000_000

/** Reads a file that a phone handed over. Nothing of it is sent. Errors: NotAHandOver. */
export async function readHandOver(file: Blob): Promise<HandedOver> {
  const files = await unpacked(file)
  return {
    manifest: manifestIn(files),
    picture: async (photo, size) => {
      const found = files[`${size}/${photo.id}.jpg`]
      const hash = size === 'photos' ? photo.sha256 : photo.thumbnailSha256
      const bytes = found && new Uint8Array(found)
      if (!bytes || (await sha256(bytes.buffer)) !== hash) throw new NotAHandOver('damaged')
      return bytes.buffer
    },
  }
}

async function unpacked(file: Blob): Promise<Record<string, Uint8Array>> {
  if (file.size > mostBytes) throw new NotAHandOver('other')
  let left = mostBytes
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    left -= originalSize
    return left > 0 && /^(manifest\.json|(photos|thumbnails)\/[\w-]+\.jpg)$/.test(name)
  }
  try {
    return unzipSync(new Uint8Array(await file.arrayBuffer()), { filter })
  } catch {
    throw new NotAHandOver('other')
  }
}

function manifestIn(files: Record<string, Uint8Array>): HandOver {
  const packed = files['manifest.json']
  if (!packed) throw new NotAHandOver('other')
  let said: unknown
  try {
    said = JSON.parse(strFromU8(packed))
  } catch {
    throw new NotAHandOver('damaged')
  }
  const known = said as { format?: unknown; version?: unknown } | null
  if (known?.format !== 'xiangbang-hand-over') throw new NotAHandOver('other')
  if (known.version !== 1) throw new NotAHandOver('newer')
  const parsed = HandOver.safeParse(said)
  if (!parsed.success) throw new NotAHandOver('damaged')
  return parsed.data
}
