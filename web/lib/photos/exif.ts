/** What a camera noted beside the picture: the instant (UTC), the place in WGS 84 degrees, pixels. */
export type Noted = {
  takenAt?: string
  place?: { lat: number; lng: number }
  width?: number
  height?: number
}

type Tiff = { view: DataView; little: boolean }
type Field = { type: number; count: number; at: number }

const tags = { exif: 0x8769, gps: 0x8825, taken: 0x9003, offset: 0x9011, written: 0x0132 }
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/**
 * Reads a JPEG's size, and time and place from its EXIF (CIPA DC-008). Whatever cannot be read is left out; never
 * throws. A time without its offset is taken as Shanghai's, where the counties are.
 */
export function readExif(bytes: ArrayBuffer): Noted {
  try {
    return segmentsOf(new DataView(bytes))
  } catch {
    return {}
  }
}

function segmentsOf(view: DataView): Noted {
  let noted: Noted = {}
  if (view.getUint16(0) !== 0xffd8) return noted
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2)
    if (marker >> 8 !== 0xff || length < 2 || marker === 0xffda) break
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966)
      noted = { ...noted, ...quietly(() => tiffOf(view, at + 10)) }
    const frame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (frame && at + 9 <= view.byteLength)
      noted = { ...noted, height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + length
  }
  return noted
}

function quietly(read: () => Noted): Noted {
  try {
    return read()
  } catch {
    return {}
  }
}

function tiffOf(whole: DataView, from: number): Noted {
  const view = new DataView(whole.buffer, whole.byteOffset + from)
  const tiff = { view, little: view.getUint16(0) === 0x4949 }
  const root = directory(tiff, view.getUint32(4, tiff.little))
  const exif = pointed(tiff, root, tags.exif)
  const gps = pointed(tiff, root, tags.gps)
  const takenAt = instant(
    text(tiff, exif.get(tags.taken)) ?? text(tiff, root.get(tags.written)),
    text(tiff, exif.get(tags.offset)),
  )
  const place = placeOf(tiff, gps)
  return { ...(takenAt === undefined ? {} : { takenAt }), ...(place === undefined ? {} : { place }) }
}

function pointed(tiff: Tiff, root: Map<number, Field>, tag: number): Map<number, Field> {
  const pointer = root.get(tag)
  return pointer ? directory(tiff, tiff.view.getUint32(pointer.at, tiff.little)) : new Map()
}

function directory({ view, little }: Tiff, at: number): Map<number, Field> {
  const fields = new Map<number, Field>()
  const count = Math.min(view.getUint16(at, little), 200)
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12
    const type = view.getUint16(entry + 2, little)
    const many = view.getUint32(entry + 4, little)
    // Four bytes stand in the entry itself, more are pointed to.
    const inside = (sizes[type] ?? 0) * many <= 4
    fields.set(view.getUint16(entry, little), {
      type,
      count: many,
      at: inside ? entry + 8 : view.getUint32(entry + 8, little),
    })
  }
  return fields
}

function text({ view }: Tiff, field: Field | undefined): string | undefined {
  if (field?.type !== 2 || field.count > 64) return undefined
  let letters = ''
  for (let i = 0; i < field.count; i++) letters += String.fromCharCode(view.getUint8(field.at + i))
  return letters.replace(/\0.*$/s, '').trim()
}

/** `2026:03:06 18:00:05` with `+08:00` as an instant. */
function instant(written: string | undefined, offset: string | undefined): string | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(written ?? '')
  if (!parts) return undefined
  const [, year, month, day, clock] = parts
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : '+08:00'
  const at = new Date(`${year}-${month}-${day}T${clock}${zone}`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().replace('.000Z', 'Z')
}

/** Cameras without a fix write 0, 0 or 0/0: that is no place. */
function placeOf(tiff: Tiff, gps: Map<number, Field>): Noted['place'] {
  const lat = degrees(tiff, gps.get(2), text(tiff, gps.get(1)) === 'S')
  const lng = degrees(tiff, gps.get(4), text(tiff, gps.get(3)) === 'W')
  const real = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0)
  return real ? { lat, lng } : undefined
}

/** Degrees, minutes and seconds as three fractions; NaN where there are none. Six decimals are a hand's breadth. */
function degrees({ view, little }: Tiff, field: Field | undefined, negative: boolean): number {
  if (field?.type !== 5 || field.count < 3) return Number.NaN
  const [whole = 0, minutes = 0, seconds = 0] = [0, 8, 16].map(
    (at) => view.getUint32(field.at + at, little) / view.getUint32(field.at + at + 4, little),
  )
  const value = whole + minutes / 60 + seconds / 3600
  return Math.round((negative ? -value : value) * 1e6) / 1e6
}
