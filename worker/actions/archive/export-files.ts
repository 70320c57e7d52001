import type { R2Bucket } from '@cloudflare/workers-types'
import { writeLines } from '../../files/archive/lines.ts'
import type { FileLine, Part } from '../../files/archive/manifest.ts'
import { objectPages, openObject } from '../../files/archive/objects.ts'
import type { ZipWriter } from '../../files/archive/zip-writer.ts'

/** Writes a county's files as they are, and after each page of them an index: none is ever in memory whole. */
export async function exportFiles(
  zip: ZipWriter,
  files: R2Bucket,
  county: string,
  tell: (part: { name: string; rows: number }) => void,
): Promise<{ indexes: Part[]; count: number; bytes: number }> {
  const indexes: Part[] = []
  let [count, bytes] = [0, 0]
  for await (const page of objectPages(files, county)) {
    const lines: FileLine[] = []
    for (const { key, type, custom } of page) {
      const pieces = await openObject(files, county, key)
      // Deleted since it was listed: it belongs to nothing any more.
      if (!pieces) continue
      const written = await zip.add(`files/${key}`, pieces, false)
      lines.push({ key, size: written.bytes, type, custom, sha256: written.sha256 })
      bytes += written.bytes
    }
    const name = `files-${String(indexes.length + 1).padStart(6, '0')}.ndjson`
    const part = { ...(await zip.add(name, writeLines(each(lines)), true)), rows: lines.length }
    indexes.push(part)
    count += lines.length
    tell(part)
  }
  return { indexes, count, bytes }
}

async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values
}
