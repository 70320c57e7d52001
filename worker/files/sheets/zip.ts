import { Inflate } from 'fflate'
import type { SheetLimits } from './limits.ts'
import { SheetRefusal } from './problem.ts'

/** A zip file's parts by name, unpacked one at a time when asked for; what they unpack to counts towards one limit. */
export type Archive = { names: string[]; read: (name: string) => Uint8Array | null }

type Entry = { flags: number; method: number; crc: number; packed: number; size: number; offset: number }

const FEED = 4096 // packed bytes at a time; deflate expands at most 1,032-fold, so a step yields 4 MB at most

/**
 * Reads the central directory. Refuses what is encrypted, claims to unpack to more than `limits.inflated`, has more
 * than `limits.parts` parts, names a part twice, or is damaged.
 */
export function openArchive(bytes: Uint8Array, limits: SheetLimits): Archive {
  const entries = readDirectory(bytes, limits)
  let budget = limits.inflated
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      const part = unpack(bytes, entry, budget, limits)
      budget -= part.length
      return part
    },
  }
}

function readDirectory(bytes: Uint8Array, limits: SheetLimits): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.parts) throw new SheetRefusal('too_many_parts', { limit: limits.parts })
  const entries = new Map<string, Entry>()
  let declared = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new SheetRefusal('damaged')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    )
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
    const entry: Entry = {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    const extra = at + 46 + (nameLength ?? 0)
    readLongSizes(view, extra, extra + (extraLength ?? 0), entry)
    if (entry.flags & 1) throw new SheetRefusal('encrypted')
    if (entries.has(name)) throw new SheetRefusal('damaged')
    entries.set(name, entry)
    declared += entry.size
    if (declared > limits.inflated) throw new SheetRefusal('expands_too_much', { limit: limits.inflated })
    at = extra + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

function findEnd(view: DataView): number {
  const furthest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= furthest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new SheetRefusal('damaged')
}

/** Streaming writers use the 64-bit fields even in small files: 0xffffffff means "see the extra field". */
function readLongSizes(view: DataView, from: number, to: number, entry: Entry): void {
  const long = (['size', 'packed', 'offset'] as const).filter((field) => entry[field] === 0xffffffff)
  if (long.length === 0) return
  for (let at = from; at + 4 <= Math.min(to, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    long.forEach((field, index) => {
      const value = at + 4 + index * 8
      if (value + 8 > view.byteLength) throw new SheetRefusal('damaged')
      entry[field] = Number(view.getBigUint64(value, true))
    })
    return
  }
  throw new SheetRefusal('damaged')
}

function unpack(bytes: Uint8Array, entry: Entry, budget: number, limits: SheetLimits): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new SheetRefusal('damaged')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new SheetRefusal('damaged')
  const part = entry.method === 0 ? packed : inflate(packed, entry, budget, limits)
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw new SheetRefusal('damaged')
  return part
}

/** The directory's claim is not trusted: counting stops the moment more comes out than claimed or allowed. */
function inflate(packed: Uint8Array, entry: Entry, budget: number, limits: SheetLimits): Uint8Array {
  if (entry.method !== 8) throw new SheetRefusal('damaged')
  const part = new Uint8Array(Math.min(entry.size, budget))
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > budget) throw new SheetRefusal('expands_too_much', { limit: limits.inflated })
    if (length + chunk.length > part.length) throw new SheetRefusal('damaged')
    part.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < packed.length; at += FEED) {
    stream.push(packed.subarray(at, at + FEED), at + FEED >= packed.length)
  }
  return part.subarray(0, length)
}

const CRC = new Uint32Array(256).map((_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}
