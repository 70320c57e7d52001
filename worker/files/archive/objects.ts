import type { R2Bucket } from '@cloudflare/workers-types'

/** A stored file of a county: its key below the county's prefix. */
export type StoredObject = {
  key: string
  size: number
  type: string | null
  custom: Record<string, string>
}

/** Everything of a county lies below this. */
export function countyPrefix(county: string): string {
  return `${county}/`
}

/** A county's files, a page of R2's at a time (1,000 at most), in the order of their keys. */
export async function* objectPages(files: R2Bucket, county: string): AsyncGenerator<StoredObject[]> {
  const prefix = countyPrefix(county)
  let cursor: string | undefined
  do {
    const page = await files.list({
      prefix,
      include: ['httpMetadata', 'customMetadata'],
      ...(cursor ? { cursor } : {}),
    })
    const objects = page.objects.map(({ key, size, httpMetadata, customMetadata }) => ({
      ...{ key: key.slice(prefix.length), size, type: httpMetadata?.contentType ?? null },
      custom: customMetadata ?? {},
    }))
    if (objects.length > 0) yield objects
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor !== undefined)
}

/** A file's bytes as they come, or nothing where it has gone meanwhile. */
export async function openObject(
  files: R2Bucket,
  county: string,
  key: string,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const found = await files.get(`${countyPrefix(county)}${key}`)
  return found ? piecesOf(found.body as unknown as ReadableStream<Uint8Array>) : undefined
}

/** Puts a file back; R2 refuses it where it has not this SHA-256. */
export async function putObject(
  files: R2Bucket,
  county: string,
  { key, type, custom, sha256 }: Omit<StoredObject, 'size'> & { sha256: string },
  bytes: Uint8Array,
): Promise<void> {
  const httpMetadata = type === null ? {} : { httpMetadata: { contentType: type } }
  await files.put(`${countyPrefix(county)}${key}`, bytes, {
    ...{ sha256, customMetadata: custom },
    ...httpMetadata,
  })
}

/** Takes the next files of a county away, at most a page, and answers how many: 0 once there are none. */
export async function removeObjects(files: R2Bucket, county: string): Promise<number> {
  const { objects } = await files.list({ prefix: countyPrefix(county) })
  if (objects.length > 0) await files.delete(objects.map(({ key }) => key))
  return objects.length
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
