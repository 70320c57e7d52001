export type Taken = { at?: string; offset?: string; lat?: number; lng?: number; little?: boolean }

/** The TIFF part of an EXIF segment: when and where a picture was taken, as cameras write it. */
export function aTiff({ at, offset, lat, lng, little = true }: Taken): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(400)
  const view = new DataView(bytes.buffer)
  let free = 160
  const entry = (where: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(where, tag, little)
    view.setUint16(where + 2, type, little)
    view.setUint32(where + 4, count, little)
    view.setUint32(where + 8, value, little)
  }
  const words = (text: string) => {
    const from = free
    for (const [i, letter] of [...`${text}\0`].entries()) bytes[from + i] = letter.charCodeAt(0)
    free += Math.ceil((text.length + 1) / 2) * 2
    return from
  }
  const fractions = (degrees: number) => {
    const from = free
    const minutes = (Math.abs(degrees) % 1) * 60
    const parts = [
      Math.floor(Math.abs(degrees)),
      1,
      Math.floor(minutes),
      1,
      Math.round((minutes % 1) * 60_000),
      1000,
    ]
    for (const [i, part] of parts.entries()) view.setUint32(from + i * 4, part, little)
    free += 24
    return from
  }
  bytes.set(little ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42])
  view.setUint32(4, 8, little)
  view.setUint16(8, 2, little)
  entry(10, 0x8769, 4, 1, 40)
  entry(22, 0x8825, 4, 1, 80)
  view.setUint16(40, 2, little)
  if (at !== undefined) entry(42, 0x9003, 2, 20, words(at))
  if (offset !== undefined) entry(54, 0x9011, 2, 7, words(offset))
  if (lat === undefined || lng === undefined) return bytes
  view.setUint16(80, 4, little)
  entry(82, 1, 2, 2, 0)
  bytes[90] = lat < 0 ? 83 : 78
  entry(94, 2, 5, 3, fractions(lat))
  entry(106, 3, 2, 2, 0)
  bytes[114] = lng < 0 ? 87 : 69
  entry(118, 4, 5, 3, fractions(lng))
  return bytes
}

/** A JPEG with an EXIF segment put in after its start. */
export function withExif(jpeg: Uint8Array, taken: Taken): Uint8Array<ArrayBuffer> {
  const data = [0x45, 0x78, 0x69, 0x66, 0, 0, ...aTiff(taken)]
  const length = data.length + 2
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...data, ...jpeg.subarray(2)])
}
