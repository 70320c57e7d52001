/** Pictures' files made byte by byte: sound in their headers, with nothing to see in them. */

export type Metadata = { exif?: string; comment?: string }

/** A baseline JPEG with JFIF and, where given, EXIF and a comment; `scan` is what its pixels would be. */
export function aJpeg(width = 640, height = 480, { exif, comment }: Metadata = {}, scan = '\x01\x02') {
  const exifSegment = exif === undefined ? [] : [segment(0xe1, text(`Exif\0\0${exif}`))]
  const commentSegment = comment === undefined ? [] : [segment(0xfe, text(comment))]
  return joined([
    [0xff, 0xd8],
    segment(0xe0, [...text('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 0, 0]),
    ...exifSegment,
    ...commentSegment,
    segment(0xe2, text('ICC_PROFILE\0\x01\x01colours')),
    segment(0xdb, new Array(65).fill(1)),
    segment(0xc0, [8, ...two(height), ...two(width), 1, 1, 0x11, 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    text(scan),
    [0xff, 0x00, 0xff, 0xd0, 7, 0xff, 0xd9],
  ])
}

export function aPng(width = 640, height = 480, texts: readonly string[] = []) {
  return joined([
    [0x89, ...text('PNG\r\n\x1a\n')],
    chunk('IHDR', [...four(width), ...four(height), 8, 2, 0, 0, 0]),
    ...texts.map((words) => chunk('tEXt', text(`Comment\0${words}`))),
    ...texts.map((words) => chunk('eXIf', text(words))),
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
  ])
}

/** A lossy WebP, extended (VP8X) with EXIF and XMP where they are given. */
export function aWebp(width = 640, height = 480, exif?: string) {
  const picture = riff('VP8 ', [
    0,
    0,
    0,
    0x9d,
    0x01,
    0x2a,
    ...two(width).reverse(),
    ...two(height).reverse(),
    9,
  ])
  const canvas = [0x0c, 0, 0, 0, ...three(width - 1), ...three(height - 1)]
  const parts =
    exif === undefined
      ? [picture]
      : [riff('VP8X', canvas), picture, riff('EXIF', text(exif)), riff('XMP ', text(exif))]
  const body = joined(parts)
  return joined([text('RIFF'), four(body.length + 4).reverse(), text('WEBP'), body])
}

export function aLosslessWebp(width: number, height: number) {
  const bits = (width - 1) | ((height - 1) << 14)
  const body = riff('VP8L', [0x2f, ...four(bits).reverse()])
  return joined([text('RIFF'), four(body.length + 4).reverse(), text('WEBP'), body])
}

/** A HEIC with a tile, its picture and a thumbnail; `brand` is the main brand. */
export function aHeic(width = 640, height = 480, brand = 'mif1') {
  const ispe = (w: number, h: number) => box('ispe', [0, 0, 0, 0, ...four(w), ...four(h)])
  const properties = joined([ispe(512, 512), ispe(width, height), ispe(160, 120)])
  const meta = joined([[0, 0, 0, 0], box('hdlr', [1, 2, 3]), box('iprp', box('ipco', properties))])
  return joined([
    box('ftyp', [...text(brand), 0, 0, 0, 0, ...text('heic')]),
    box('meta', meta),
    box('mdat', [5]),
  ])
}

export function joined(parts: readonly Iterable<number>[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

export function text(words: string): number[] {
  return [...Buffer.from(words, 'latin1')]
}

/** Whether the bytes hold this ASCII text anywhere. */
export function holds(bytes: Uint8Array, words: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(words, 'latin1'))
}

export function segment(marker: number, data: readonly number[]): number[] {
  return [0xff, marker, ...two(data.length + 2), ...data]
}

function chunk(type: string, data: readonly number[]): number[] {
  return [...four(data.length), ...text(type), ...data, 0, 0, 0, 0]
}

function riff(type: string, data: readonly number[]): number[] {
  return [...text(type), ...four(data.length).reverse(), ...data, ...(data.length % 2 ? [0] : [])]
}

function box(type: string, data: Iterable<number>): number[] {
  const bytes = [...data]
  return [...four(bytes.length + 8), ...text(type), ...bytes]
}

const two = (n: number) => [(n >> 8) & 255, n & 255]
const three = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255]
const four = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
