import { ascii, byteAt, type Dimensions, joined, littleEndian, PhotoRefusal } from './bytes.ts'

/** `from` is where the chunk's header starts, `data` where its payload does; `to` is after the padding. */
type Chunk = { type: string; from: number; data: number; to: number }

const EXIF_AND_XMP = 0x08 | 0x04
const ANIMATED = 0x02

/**
 * Width and height of a still picture, the larger of the canvas (VP8X) and the picture in it, since decoders differ in
 * which they believe (WebP container specification). Errors: damaged.
 */
export function readWebp(bytes: Uint8Array): Dimensions {
  const all = chunks(bytes)
  const sizes = all.flatMap((chunk) => sizeIn(bytes, chunk) ?? [])
  const still = all.some(({ type }) => type === 'VP8 ' || type === 'VP8L')
  if (!still) throw new PhotoRefusal('damaged')
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  }
}

export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const pieces = chunks(bytes)
    .filter(({ type }) => ['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'].includes(type))
    .map((chunk) =>
      chunk.type === 'VP8X' ? withoutFlags(bytes, chunk) : bytes.subarray(chunk.from, chunk.to),
    )
  const whole = joined([bytes.subarray(0, 12), ...pieces])
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}

function withoutFlags(bytes: Uint8Array, { from, data, to }: Chunk): Uint8Array {
  const header = bytes.slice(from, to)
  header[data - from] = byteAt(bytes, data) & ~(EXIF_AND_XMP | ANIMATED)
  return header
}

function sizeIn(bytes: Uint8Array, { type, data }: Chunk): Dimensions | undefined {
  if (type === 'VP8X') {
    if (byteAt(bytes, data) & ANIMATED) throw new PhotoRefusal('damaged')
    return { width: littleEndian(bytes, data + 4, 3) + 1, height: littleEndian(bytes, data + 7, 3) + 1 }
  }
  if (type === 'VP8 ') {
    const keyframe = (byteAt(bytes, data) & 1) === 0 && littleEndian(bytes, data + 3, 3) === 0x2a019d
    if (!keyframe) throw new PhotoRefusal('damaged')
    return {
      width: littleEndian(bytes, data + 6, 2) & 0x3fff,
      height: littleEndian(bytes, data + 8, 2) & 0x3fff,
    }
  }
  if (type === 'VP8L') {
    if (byteAt(bytes, data) !== 0x2f) throw new PhotoRefusal('damaged')
    const bits = littleEndian(bytes, data + 1, 4)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return undefined
}

function chunks(bytes: Uint8Array): Chunk[] {
  const end = 8 + littleEndian(bytes, 4, 4)
  if (end !== bytes.length) throw new PhotoRefusal('damaged')
  const found: Chunk[] = []
  for (let at = 12; at < end; ) {
    const size = littleEndian(bytes, at + 4, 4)
    const to = at + 8 + size + (size % 2)
    if (to > end) throw new PhotoRefusal('damaged')
    found.push({ type: ascii(bytes, at, 4), from: at, data: at + 8, to })
    at = to
  }
  return found
}
