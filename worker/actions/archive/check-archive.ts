import { archiveTables } from '../../data/archive-tables.ts'
import { ArchiveFault } from '../../files/archive/fault.ts'
import { readLines } from '../../files/archive/lines.ts'
import { FileLine, type Manifest, type Part, readManifest } from '../../files/archive/manifest.ts'
import { openZip, readChecked, readEntry, type Source } from '../../files/archive/zip-reader.ts'
import type { ZipEntry } from '../../files/archive/zip-records.ts'

/** An archive whose every byte has been found as its manifest says. */
export type CheckedArchive = { source: Source; entries: Map<string, ZipEntry>; manifest: Manifest }

const manifestLimit = 16_000_000

/**
 * Reads an archive through once and holds it against its manifest: every sum, every size, every count, nothing missing
 * and nothing more. Errors: ArchiveFault, which says what is wrong.
 */
export async function checkArchive(
  source: Source,
  tell: (part: Part) => void = () => {},
): Promise<CheckedArchive> {
  const entries = await openZip(source)
  const manifest = await manifestOf(source, entries)
  const archive = { source, entries, manifest }
  const seen = new Set(['manifest.json'])
  for (const part of [...manifest.control, ...manifest.tables, ...manifest.files]) {
    if (seen.has(part.name)) throw new ArchiveFault(`The manifest names ${part.name} twice.`)
    seen.add(part.name)
    let rows = 0
    for await (const line of linesOf(archive, part)) {
      rows += 1
      if (manifest.files.includes(part)) seen.add(await checkFile(archive, line))
    }
    if (rows !== part.rows) throw new ArchiveFault(`${part.name} has not as many rows as the manifest says.`)
    tell(part)
  }
  for (const name of entries.keys())
    if (!seen.has(name))
      throw new ArchiveFault(`The archive holds a file that its manifest does not name: ${name}`)
  refuseUnknownParts(manifest)
  return archive
}

/** The rows of a part, checked against its sum; what is wrong with it shows at the end at the latest. */
export function linesOf(
  { source, entries }: CheckedArchive,
  part: Part,
): AsyncGenerator<Record<string, unknown>> {
  return readLines(readChecked(source, entryOf(entries, part.name, part.bytes), part.sha256))
}

/** The files of one index, with their bytes: each at most as many as declared. */
export async function* filesOf(
  archive: CheckedArchive,
  index: Part,
): AsyncGenerator<{ file: FileLine; bytes: Uint8Array }> {
  for await (const line of linesOf(archive, index)) {
    const file = fileLine(line)
    const entry = entryOf(archive.entries, `files/${file.key}`, file.size)
    const bytes = new Uint8Array(file.size)
    let at = 0
    for await (const piece of readChecked(archive.source, entry, file.sha256)) {
      bytes.set(piece, at)
      at += piece.length
    }
    yield { file, bytes }
  }
}

async function checkFile({ source, entries }: CheckedArchive, line: unknown): Promise<string> {
  const { key, size, sha256 } = fileLine(line)
  const name = `files/${key}`
  for await (const _ of readChecked(source, entryOf(entries, name, size), sha256)) void _
  return name
}

function fileLine(line: unknown): FileLine {
  const file = FileLine.safeParse(line)
  if (!file.success) throw new ArchiveFault('The archive names a file that cannot be a county’s.')
  return file.data
}

async function manifestOf(source: Source, entries: Map<string, ZipEntry>): Promise<Manifest> {
  const entry = entries.get('manifest.json')
  if (!entry || entry.size > manifestLimit) throw new ArchiveFault('The archive has no manifest.')
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of readEntry(source, entry)) text += decoder.decode(piece, { stream: true })
  return readManifest(text)
}

function entryOf(entries: Map<string, ZipEntry>, name: string, bytes: number): ZipEntry {
  const entry = entries.get(name)
  if (!entry) throw new ArchiveFault(`${name} is missing from the archive.`)
  if (entry.size !== bytes) throw new ArchiveFault(`${name} has not the size that the manifest says.`)
  return entry
}

/** A table or column that this program does not know can only come from a newer one. */
function refuseUnknownParts({ tables, control }: Manifest): void {
  const known = new Map(archiveTables.map((table) => [table.name, table]))
  for (const { table, name, columns } of tables) {
    const found = known.get(table)
    const strange = columns.filter((column) => !found?.columns.includes(column))
    if (!found || name !== `rows/${table}.ndjson` || strange.length > 0)
      throw new ArchiveFault(
        `The archive holds ${[table, ...strange].join('.')}, which this program does not know.`,
      )
  }
  const own = ['control/county.ndjson', 'control/membership.ndjson', 'control/account.ndjson']
  if (control.some(({ name }) => !own.includes(name)))
    throw new ArchiveFault('The archive’s manifest is damaged.')
}
