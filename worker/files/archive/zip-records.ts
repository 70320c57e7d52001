/** Signatures of the records of a zip file (APPNOTE 6.3, 4.3). */
export const signature = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  end: 0x06054b50,
} as const

/** One file of an archive; sizes and offset in bytes. `packed` is its size as it lies in the archive. */
export type ZipEntry = {
  name: string
  deflated: boolean
  crc: number
  size: number
  packed: number
  offset: number
}

/** Fields of 2, 4 or 8 bytes, least significant byte first, one after the other. */
export function record(...fields: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else if (size === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += size
  }
  return bytes
}

/** Names are UTF-8 (bit 11); sizes and sum follow the data, since they are not known before (bit 3). */
export const flags = 0x0808
/** 1 January 1980: an archive's bytes say nothing of when it was made; its manifest does. */
export const noDate = 0x21
/** The version that first knew files and archives over 4 GB. */
export const version = 45
/** Stands where the true value is in the 64-bit field. */
export const elsewhere = 0xffffffff
