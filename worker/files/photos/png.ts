import { ascii, bigEndian, type Dimensions, joined, PhotoRefusal } from './bytes.ts'

type Chunk = { type: string; from: number; to: number }

/** What decoding and colour need; all else (texts, EXIF, times, animation) is left out of a stripped picture. */
const kept = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP']

/** Width and height from IHDR (PNG, 11.2.1). Errors: damaged, also where IEND does not end it. */
export function readPng(bytes: Uint8Array): Dimensions {
  const all = chunks(bytes)
  const [header] = all
  const sound = header?.type === 'IHDR' && header.to - header.from === 25
  if (!sound || !all.some(({ type }) => type === 'IDAT')) throw new PhotoRefusal('damaged')
  return { width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) }
}

export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const pieces = chunks(bytes).filter(({ type }) => kept.includes(type))
  return joined([bytes.subarray(0, 8), ...pieces.map(({ from, to }) => bytes.subarray(from, to))])
}

function chunks(bytes: Uint8Array): Chunk[] {
  const found: Chunk[] = []
  let at = 8
  for (;;) {
    const to = at + 12 + bigEndian(bytes, at, 4)
    const type = ascii(bytes, at + 4, 4)
    if (to > bytes.length) throw new PhotoRefusal('damaged')
    found.push({ type, from: at, to })
    at = to
    if (type !== 'IEND') continue
    if (to !== bytes.length) throw new PhotoRefusal('damaged')
    return found
  }
}
