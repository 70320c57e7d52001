import { ascii, bigEndian, byteAt, type Dimensions, joined, PhotoRefusal } from './bytes.ts'
import { orientationAlone, orientationOf } from './orientation.ts'

/** A marker segment from its 0xFF on; a scan's reaches to the next marker. */
type Segment = { marker: number; from: number; to: number }

const EOI = 0xd9
const SOS = 0xda

/** Width and height from the frame header (ITU-T T.81, B.2.2). Errors: damaged, also where no EOI ends it. */
export function readJpeg(bytes: Uint8Array): Dimensions {
  const frames = segments(bytes).filter(({ marker }) => isFrame(marker))
  const [frame] = frames
  // A second frame, or a height told later (DNL), is nothing a camera writes, and would dodge the cap.
  if (!frame || frames.length > 1) throw new PhotoRefusal('damaged')
  return { height: bigEndian(bytes, frame.from + 5, 2), width: bigEndian(bytes, frame.from + 7, 2) }
}

/**
 * The same picture without what else its file says: all APPn and COM segments but the colour profile, the plain JFIF
 * header and Adobe's colour transform, and whatever stands after its end. Of the EXIF only the orientation stays, so
 * that what nobody's browser has turned is not shown on its side.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = segments(bytes)
  const kept = all.filter((segment) => !isMetadata(bytes, segment))
  const turned = all
    .filter(({ marker }) => marker === 0xe1)
    .map(({ from, to }) => orientationOf(bytes.subarray(from, to)))
    .find((orientation) => orientation !== 1)
  const exif = turned === undefined ? [] : [orientationAlone(turned)]
  return joined([bytes.subarray(0, 2), ...exif, ...kept.map(({ from, to }) => bytes.subarray(from, to))])
}

function segments(bytes: Uint8Array): Segment[] {
  const found: Segment[] = []
  let at = 2
  for (;;) {
    if (byteAt(bytes, at) !== 0xff) throw new PhotoRefusal('damaged')
    const marker = byteAt(bytes, at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return [...found, { marker, from: at, to: at + 2 }]
    const to = endOf(bytes, at, marker)
    found.push({ marker, from: at, to })
    at = to
  }
}

function endOf(bytes: Uint8Array, at: number, marker: number): number {
  const length = bigEndian(bytes, at + 2, 2)
  const end = at + 2 + length
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || length < 2 || end > bytes.length)
    throw new PhotoRefusal('damaged')
  return marker === SOS ? scanEnd(bytes, end) : end
}

/** Where the next marker stands after a scan's data: 0xFF00 is data, and restart markers belong to it. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0) {
    const next = byteAt(bytes, at + 1)
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2)
  }
  throw new PhotoRefusal('damaged')
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function isMetadata(bytes: Uint8Array, { marker, from, to }: Segment): boolean {
  const named = (name: string) => to - from >= 4 + name.length && ascii(bytes, from + 4, name.length) === name
  // 18 bytes are the header alone; a longer one carries a small picture.
  if (marker === 0xe0) return !(named('JFIF\0') && to - from === 18)
  if (marker === 0xe2) return !named('ICC_PROFILE\0')
  if (marker === 0xee) return !named('Adobe')
  return (marker >= 0xe0 && marker <= 0xef) || marker >= 0xf0
}
