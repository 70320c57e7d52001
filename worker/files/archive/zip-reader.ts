import { createHash } from 'node:crypto'
import { crc32 } from './crc32.ts'
import { inflate } from './deflate.ts'
import { ArchiveFault } from './fault.ts'
import { elsewhere, signature, type ZipEntry } from './zip-records.ts'

/** A file that can be read anywhere: `read` gives exactly the bytes from `at`, `length` of them. */
export type Source = { size: number; read: (at: number, length: number) => Promise<Uint8Array> }

const pieceSize = 65_536
const cutOff = 'The file is no county archive, or it was cut off.'

/** The directory of an archive, by name. Errors: ArchiveFault, where it is cut off, damaged or has a name twice. */
export async function openZip(source: Source): Promise<Map<string, ZipEntry>> {
  if (source.size < 98) throw new ArchiveFault(cutOff)
  const tail = view(await source.read(source.size - 98, 98))
  if (u32(tail, 0) !== signature.end64 || u32(tail, 56) !== signature.locator64)
    throw new ArchiveFault(cutOff)
  if (u32(tail, 76) !== signature.end || u64(tail, 64) !== source.size - 98) throw new ArchiveFault(cutOff)
  const [count, size, from] = [u64(tail, 32), u64(tail, 40), u64(tail, 48)]
  if (from + size !== source.size - 98) throw new ArchiveFault(cutOff)
  return directory(await source.read(from, size), count, from)
}

/**
 * A file's bytes, piece by piece. Errors: ArchiveFault where they are not as many as declared (the reading ends with
 * the first byte too many), or have another sum.
 */
export async function* readEntry(source: Source, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const raw = packedBytes(source, entry)
  let size = 0
  let crc = 0
  try {
    for await (const piece of entry.deflated ? inflate(raw) : raw) {
      size += piece.length
      if (size > entry.size) throw new ArchiveFault(`${entry.name} is bigger than the archive declares.`)
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (error) {
    throw error instanceof ArchiveFault ? error : new ArchiveFault(`${entry.name} is damaged.`)
  }
  if (size !== entry.size || crc !== entry.crc) throw new ArchiveFault(`${entry.name} is damaged.`)
}

/** The same, with the SHA-256 that its bytes must have. Errors: ArchiveFault, at the end. */
export async function* readChecked(
  source: Source,
  entry: ZipEntry,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of readEntry(source, entry)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256)
    throw new ArchiveFault(`${entry.name} has another checksum than the manifest says.`)
}

async function* packedBytes(source: Source, { name, offset, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
  const head = view(await source.read(offset, 30))
  if (u32(head, 0) !== signature.local) throw new ArchiveFault(`${name} is damaged.`)
  const from = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  for (let at = from; at < from + packed; at += pieceSize) {
    yield await source.read(at, Math.min(pieceSize, from + packed - at))
  }
}

function directory(bytes: Uint8Array, count: number, end: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  const all = view(bytes)
  let at = 0
  while (at + 46 <= bytes.length && u32(all, at) === signature.central) {
    const [nameLength, extra] = [all.getUint16(at + 28, true), all.getUint16(at + 30, true)]
    const sizes = at + 46 + nameLength
    if (extra !== 28 || sizes + 28 > bytes.length || u32(all, at + 42) !== elsewhere) break
    const name = textOf(bytes.subarray(at + 46, sizes))
    const entry = {
      ...{ name, deflated: all.getUint16(at + 10, true) === 8, crc: u32(all, at + 16) },
      ...{ size: u64(all, sizes + 4), packed: u64(all, sizes + 12), offset: u64(all, sizes + 20) },
    }
    if (entries.has(name)) throw new ArchiveFault(`${name} is in the archive twice.`)
    if (entry.offset + 30 + entry.packed > end) throw new ArchiveFault(cutOff)
    entries.set(name, entry)
    at = sizes + 28
  }
  if (at !== bytes.length || entries.size !== count) throw new ArchiveFault(cutOff)
  return entries
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function u32(bytes: DataView, at: number): number {
  return bytes.getUint32(at, true)
}

function u64(bytes: DataView, at: number): number {
  return Number(bytes.getBigUint64(at, true))
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ArchiveFault(cutOff)
  }
}
