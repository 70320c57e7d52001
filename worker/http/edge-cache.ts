import { sha256 } from '../data/sha256.ts'

/** A page as it goes over the wire; `etag` is over its bytes. */
export type KeptPage = { html: Uint8Array<ArrayBuffer>; etag: string; language: string }

/** What `keptPage` needs of a request. */
export type EdgeRequest = { now: Date; waitUntil: (work: Promise<unknown>) => void }

/**
 * A page under the key of all it follows from: out of this isolate's memory, else out of the cache of this location,
 * else made by `make` and kept in both. A key names a version, so that whatever is published has another key and
 * nothing is ever purged; what nobody asks for any more runs out by itself. Where `make` gives nothing, nothing is kept.
 */
export async function keptPage(
  key: string,
  { now, waitUntil }: EdgeRequest,
  make: () => Promise<KeptPage | undefined>,
): Promise<KeptPage | undefined> {
  const at = now.getTime()
  const known = memory.get(key)
  if (known && known.until > at) return known.page
  const address = `https://kept.invalid/${await sha256(key)}`
  const page = (await fromEdge(address)) ?? (await made(address, waitUntil, make))
  memory.delete(key)
  if (page) memory.set(key, { page, until: at + keptSeconds * 1000 })
  const [oldest] = memory.keys()
  if (memory.size > room && oldest !== undefined) memory.delete(oldest)
  return page
}

/** Seconds; a new version of the program shows its pages by then. */
const keptSeconds = 300
/** Pages of an isolate's memory, each of up to some hundred thousand bytes. */
const room = 50
const memory = new Map<string, { page: KeptPage; until: number }>()

async function fromEdge(address: string): Promise<KeptPage | undefined> {
  // A cache that fails only costs time.
  const found = await edge()
    .match(address)
    .catch(() => undefined)
  if (!found) return undefined
  const html = new Uint8Array(await found.arrayBuffer())
  return {
    html,
    etag: found.headers.get('etag') ?? '',
    language: found.headers.get('content-language') ?? '',
  }
}

async function made(
  address: string,
  waitUntil: EdgeRequest['waitUntil'],
  make: () => Promise<KeptPage | undefined>,
): Promise<KeptPage | undefined> {
  const page = await make()
  if (!page) return undefined
  const headers = {
    ...{ 'cache-control': `public, max-age=${keptSeconds}`, 'content-type': 'text/html; charset=utf-8' },
    ...{ etag: page.etag, 'content-language': page.language },
  }
  waitUntil(
    edge()
      .put(address, new Response(page.html, { headers }))
      .catch(() => {}),
  )
  return page
}

/** The cache of this location, which workerd has and browsers do not. */
function edge(): Cache {
  return (caches as unknown as { default: Cache }).default
}
