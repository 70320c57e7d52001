import { ascii, bigEndian, type Dimensions, PhotoRefusal } from './bytes.ts'

/** A box of the ISO base media format: its payload stands between `data` and `to`. */
type Box = { type: string; data: number; to: number }

const brands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']

/** Whether the file type box names a brand of HEVC pictures. */
export function isHeic(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || ascii(bytes, 4, 4) !== 'ftyp') return false
  const end = Math.min(bigEndian(bytes, 0, 4), bytes.length, 256)
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && brands.includes(ascii(bytes, at, 4))) return true
  }
  return false
}

/**
 * The largest width and height of any picture in the file, from the `ispe` properties (ISO/IEC 23008-12, 6.5.3): its
 * tiles and its thumbnail have some too. Errors: damaged, also where the boxes do not fill the file.
 */
export function readHeic(bytes: Uint8Array): Dimensions {
  const top = boxes(bytes, 0, bytes.length)
  const meta = only(top, 'meta')
  const properties = only(boxes(bytes, meta.data + 4, meta.to), 'iprp')
  const container = only(boxes(bytes, properties.data, properties.to), 'ipco')
  const sizes = boxes(bytes, container.data, container.to)
    .filter(({ type, data, to }) => type === 'ispe' && to - data >= 12)
    .map(({ data }) => ({ width: bigEndian(bytes, data + 4, 4), height: bigEndian(bytes, data + 8, 4) }))
  if (sizes.length === 0 || !top.some(({ type }) => type === 'mdat')) throw new PhotoRefusal('damaged')
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  }
}

function only(found: readonly Box[], type: string): Box {
  const box = found.find((each) => each.type === type)
  if (!box) throw new PhotoRefusal('damaged')
  return box
}

function boxes(bytes: Uint8Array, from: number, end: number): Box[] {
  const found: Box[] = []
  for (let at = from; at < end; ) {
    const short = bigEndian(bytes, at, 4)
    const header = short === 1 ? 16 : 8
    // 0 means up to the end; 1 that eight bytes after the type give the size.
    const size =
      short === 0
        ? end - at
        : short === 1
          ? bigEndian(bytes, at + 8, 4) * 2 ** 32 + bigEndian(bytes, at + 12, 4)
          : short
    if (size < header || at + size > end) throw new PhotoRefusal('damaged')
    found.push({ type: ascii(bytes, at + 4, 4), data: at + header, to: at + size })
    at += size
  }
  return found
}
