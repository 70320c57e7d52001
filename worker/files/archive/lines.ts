import { ArchiveFault } from './fault.ts'

/** One value a line, as JSON. */
export async function* writeLines(values: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const value of values) yield encoder.encode(`${JSON.stringify(value)}\n`)
}

/** No row of a D1 database is longer; escaped as JSON it may take six times its bytes. */
const longest = 12_000_000

/** The values of lines of JSON. Errors: ArchiveFault, where a line is none, is no object, or is too long. */
export async function* readLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Record<string, unknown>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const piece of pieces) {
    rest += decoded(decoder, piece)
    let from = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield parsed(rest.slice(from, end))
      from = end + 1
    }
    rest = rest.slice(from)
    if (rest.length > longest) throw new ArchiveFault('A line of the archive is too long.')
  }
  if (rest !== '') throw new ArchiveFault('The last line of a file is cut off.')
}

function parsed(line: string): Record<string, unknown> {
  const value: unknown = safely(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ArchiveFault('A line of the archive is no row.')
  return value as Record<string, unknown>
}

function safely(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw new ArchiveFault('A file of the archive is no text.')
  }
}
