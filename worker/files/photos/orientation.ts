import { ascii, bigEndian, joined, littleEndian, PhotoRefusal } from './bytes.ts'

const orientationTag = 0x0112

/**
 * How a camera was held, of an EXIF segment (TIFF 6.0, tag 0112): 2–8; 1, upright, where it says nothing, or nothing
 * that can be read. `segment` starts at its 0xFF.
 */
export function orientationOf(segment: Uint8Array): number {
  try {
    if (ascii(segment, 4, 6) !== 'Exif\0\0') return 1
    const tiff = segment.subarray(10)
    const number = ascii(tiff, 0, 2) === 'II' ? littleEndian : bigEndian
    const directory = number(tiff, 4, 4)
    const entries = number(tiff, directory, 2)
    for (let n = 0; n < entries; n++) {
      const entry = directory + 2 + 12 * n
      if (number(tiff, entry, 2) !== orientationTag) continue
      const value = number(tiff, entry + 8, 2)
      return value >= 1 && value <= 8 ? value : 1
    }
    return 1
  } catch (error) {
    if (error instanceof PhotoRefusal) return 1
    throw error
  }
}

/** An EXIF segment that says how the camera was held and nothing else. */
export function orientationAlone(orientation: number): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode('Exif\0\0MM')
  const header = [0xff, 0xe1, 0, 34]
  // Version 42, the directory at 8: one entry of one SHORT, and no directory after it.
  const directory = [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return joined([new Uint8Array(header), text, new Uint8Array(directory)])
}
