/** Set by the build: the field app's files with their hashes in their names, and a version over all of them. */
declare const fieldFiles: { version: string; files: readonly string[] }

const page = '/field/'
const prefix = 'field-files-'
const attempts = 4

type Get = (address: string) => Promise<Response>

/**
 * Fetches whatever this version is made of into a cache of its own. A file that another version has too is taken from
 * there: its name carries its hash. Throws where something could not be had; the browser tries again later.
 */
export async function fill(
  caches: CacheStorage,
  { version, files } = fieldFiles,
  get: Get = (address) => fetch(address, { cache: 'no-cache' }),
): Promise<void> {
  const cache = await caches.open(prefix + version)
  for (const name of [...files, page]) {
    if (await cache.match(name)) continue
    const known = name === page ? undefined : await caches.match(name)
    await cache.put(name, known ?? (await persistently(name, get)))
  }
}

/** Removes the caches of other versions: by now this one is whole. */
export async function tidy(caches: CacheStorage, { version } = fieldFiles): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== prefix + version) await caches.delete(name)
}

/** The name under which an answer to the request is kept, if it is one of ours. */
export function precached(
  request: Pick<Request, 'url' | 'method' | 'mode'>,
  origin: string,
  { files } = fieldFiles,
): string | undefined {
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== origin) return undefined
  if (request.mode === 'navigate') return address.pathname.startsWith(page) ? page : undefined
  return files.includes(address.pathname) ? address.pathname : undefined
}

/** From this version's cache, so that page and files always fit together; from the network where it was cleared. */
export async function answerFrom(
  caches: CacheStorage,
  name: string,
  request: Request,
  { version } = fieldFiles,
): Promise<Response> {
  const cache = await caches.open(prefix + version)
  return (await cache.match(name)) ?? fetch(request)
}

/** Redirects are followed and then forgotten: a page answered to a navigation must not say that it was redirected. */
async function persistently(name: string, get: Get, left = attempts): Promise<Response> {
  const response = await get(name).catch(() => undefined)
  if (response?.ok && !response.redirected) return response
  if (left <= 1) throw new Error(`${name} could not be fetched`)
  return persistently(name, get, left - 1)
}
