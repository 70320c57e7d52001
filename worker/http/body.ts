import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'

export const jsonLimit = 1_000_000
/** Outside a county, where nobody need be signed in yet, a few fields are all that is ever sent. */
export const openLimit = 20_000
export const sheetLimit = 4_000_000
const photoLimits = { '': 10_000_000, '/thumbnail': 60_000, '/derivative': 1_000_000, '/copy': 1_000_000 }

/** Caps bodies before anything reads them: a sheet may be larger than JSON, a photo larger still. */
export const limitBody = createMiddleware<AppEnv>((c, next) => {
  // The page's own handler says it in words.
  if (isPublicForm(c.req.method, c.req.path)) return next()
  const limit = bytesTaken(c.req.method, c.req.path)
  return bodyLimit({
    maxSize: limit,
    onError: () => {
      throw new Problem('too_large', { limit })
    },
  })(c, next)
})

/** Bytes that a route takes at most. */
export function bytesTaken(method: string, path: string): number {
  const named = isSheet(path) ? sheetLimit : photoLimit(method, path)
  return named ?? (path.startsWith('/api/v1/counties/') ? jsonLimit : openLimit)
}

/** Writes of anything but a sheet or a photo are JSON, and say so. */
export const requireJson = createMiddleware<AppEnv>(async (c, next) => {
  const { method, path } = c.req
  const bytes = isSheet(path) || photoLimit(method, path) !== undefined || isPublicForm(method, path)
  const carries = ['POST', 'PUT', 'PATCH'].includes(method) && !bytes
  const type = c.req.header('content-type')
  // A length of 0 still makes a stream, with nothing in it.
  const empty = !c.req.raw.body || c.req.header('content-length') === '0'
  if (carries && !(type === undefined && empty) && !/^application\/json\b/i.test(type ?? '')) {
    throw new Problem('not_json')
  }
  await next()
})

/** The paths that take a spreadsheet's bytes. */
function isSheet(path: string): boolean {
  return path.endsWith('/sheet') || path.endsWith('/imports')
}

/** The forms of the public site, sent by browsers without a script of ours. */
function isPublicForm(method: string, path: string): boolean {
  return method === 'POST' && /^\/c\/[^/]+\/complaints(\/follow)?$/.test(path)
}

/** How much a path takes that a picture's bytes are put to; undefined for other requests. */
function photoLimit(method: string, path: string): number | undefined {
  const put = method === 'PUT' ? /\/photos\/[^/]+(\/thumbnail|\/derivative|\/copy)?$/.exec(path) : null
  return put ? photoLimits[(put[1] ?? '') as keyof typeof photoLimits] : undefined
}
