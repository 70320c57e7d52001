import { createHash } from 'node:crypto'
import { crc32 } from './crc32.ts'
import { deflate } from './deflate.ts'
import { elsewhere, flags, noDate, record, signature, version, type ZipEntry } from './zip-records.ts'

/** Takes bytes in order; resolves once there is room for more. */
export type Sink = (bytes: Uint8Array) => Promise<void>

export type Written = { name: string; bytes: number; sha256: string }

/**
 * Writes a zip file front to back without ever holding a file of it, in the 64-bit form throughout, so that neither
 * a file, nor the archive, nor the number of files has a limit. What stays in memory is a line per file for the
 * directory at the end.
 */
export class ZipWriter {
  readonly #sink: Sink
  readonly #entries: ZipEntry[] = []
  #at = 0

  constructor(sink: Sink) {
    this.#sink = sink
  }

  /** Adds one file and answers its size and SHA-256. `deflated` for text; pictures are stored as they are. */
  async add(name: string, pieces: AsyncIterable<Uint8Array>, deflated: boolean): Promise<Written> {
    const offset = this.#at
    const sum = { crc: 0, size: 0, hash: createHash('sha256') }
    await this.#put(localHeader(name, deflated))
    const from = this.#at
    const counted = count(pieces, sum)
    for await (const piece of deflated ? deflate(counted) : counted) await this.#put(piece)
    const packed = this.#at - from
    const { crc, size } = sum
    await this.#put(record([4, signature.descriptor], [4, crc], [8, packed], [8, size]))
    this.#entries.push({ name, deflated, crc, size, packed, offset })
    return { name, bytes: size, sha256: sum.hash.digest('hex') }
  }

  /** Writes the directory; nothing may follow. Answers the size of the whole archive. */
  async end(): Promise<number> {
    const from = this.#at
    for (const entry of this.#entries) await this.#put(centralHeader(entry))
    const size = this.#at - from
    const at = this.#at
    await this.#put(ending(this.#entries.length, size, from, at))
    return this.#at
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#at += bytes.length
    await this.#sink(bytes)
  }
}

async function* count(
  pieces: AsyncIterable<Uint8Array>,
  sum: { crc: number; size: number; hash: ReturnType<typeof createHash> },
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    sum.crc = crc32(piece, sum.crc)
    sum.size += piece.length
    sum.hash.update(piece)
    yield piece
  }
}

function localHeader(name: string, deflated: boolean): Uint8Array {
  const bytes = new TextEncoder().encode(name)
  return joined(
    record([4, signature.local], [2, version], [2, flags], [2, deflated ? 8 : 0], [2, 0], [2, noDate]),
    record([4, 0], [4, elsewhere], [4, elsewhere], [2, bytes.length], [2, 20]),
    bytes,
    record([2, 1], [2, 16], [8, 0], [8, 0]),
  )
}

function centralHeader({ name, deflated, crc, size, packed, offset }: ZipEntry): Uint8Array {
  const bytes = new TextEncoder().encode(name)
  return joined(
    record([4, signature.central], [2, version], [2, version], [2, flags], [2, deflated ? 8 : 0]),
    record([2, 0], [2, noDate], [4, crc], [4, elsewhere], [4, elsewhere], [2, bytes.length], [2, 28]),
    record([2, 0], [2, 0], [2, 0], [4, 0], [4, elsewhere]),
    bytes,
    record([2, 1], [2, 24], [8, size], [8, packed], [8, offset]),
  )
}

function ending(entries: number, size: number, from: number, at: number): Uint8Array {
  return joined(
    record([4, signature.end64], [8, 44], [2, version], [2, version], [4, 0], [4, 0]),
    record([8, entries], [8, entries], [8, size], [8, from]),
    record([4, signature.locator64], [4, 0], [8, at], [4, 1]),
    record(
      [4, signature.end],
      [2, 0],
      [2, 0],
      [2, 0xffff],
      [2, 0xffff],
      [4, elsewhere],
      [4, elsewhere],
      [2, 0],
    ),
  )
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
