/** What keeps bytes from being taken as a photo; see worker/problems/photos.ts. */
export type PhotoFault = 'type' | 'damaged' | 'dimensions'

export class PhotoRefusal extends Error {
  readonly fault: PhotoFault
  readonly params: Record<string, number>

  constructor(fault: PhotoFault, params: Record<string, number> = {}) {
    super(fault)
    this.fault = fault
    this.params = params
  }
}

/** Pixels, as the file's header says. */
export type Dimensions = { width: number; height: number }

/** An unsigned big-endian number of `size` bytes (1–4). Errors: damaged, where the bytes end before. */
export function bigEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let i = 0; i < size; i++) value = value * 256 + byteAt(bytes, at + i)
  return value
}

/** The same, least significant byte first. */
export function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let i = size - 1; i >= 0; i--) value = value * 256 + byteAt(bytes, at + i)
  return value
}

/** ASCII text of `size` bytes. */
export function ascii(bytes: Uint8Array, at: number, size: number): string {
  let text = ''
  for (let i = 0; i < size; i++) text += String.fromCharCode(byteAt(bytes, at + i))
  return text
}

export function byteAt(bytes: Uint8Array, at: number): number {
  const value = bytes[at]
  if (value === undefined) throw new PhotoRefusal('damaged')
  return value
}

/** One array of several pieces. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
