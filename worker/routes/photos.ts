import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Id, page } from '../../schema/api/common.ts'
import {
  CopyUpload,
  Photo,
  PhotoFlag,
  PhotoFlagChange,
  PhotoFlagQuery,
  PhotoUpload,
  photoMimes,
} from '../../schema/api/photos.ts'
import { judgeFlag, listFlags } from '../actions/photos/flags.ts'
import { openPhoto, type Picture } from '../actions/photos/open-photo.ts'
import { uploadCopy } from '../actions/photos/upload-copy.ts'
import { uploadPhoto } from '../actions/photos/upload-photo.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const bytes = { schema: z.string().openapi({ format: 'binary' }) }
const pictures = Object.fromEntries(photoMimes.map((mime) => [mime, bytes]))
const jpeg = { required: true, content: { 'image/jpeg': bytes } }

const upload = createRoute({
  method: 'put',
  path: '/photos/{id}',
  ...may('photo.write', { leavesWork: true }),
  request: { params, query: PhotoUpload, body: { required: true, content: pictures } },
  responses: {
    200: json(Photo, 'The same photo was there'),
    201: json(Photo, 'Stored'),
    ...problem,
  },
})

const copy = (path: string) => ({
  method: 'put' as const,
  path,
  ...may('photo.write', { leavesWork: true }),
  request: { params, query: CopyUpload, body: jpeg },
  responses: { 200: json(Photo, 'The photo with its copy'), ...problem },
})
const thumbnail = createRoute({ ...copy('/photos/{id}/thumbnail'), path: '/photos/{id}/thumbnail' as const })
const derivative = createRoute({
  ...copy('/photos/{id}/derivative'),
  path: '/photos/{id}/derivative' as const,
})

const picture = (description: string) => ({
  method: 'get' as const,
  ...may('photo.read'),
  request: { params },
  responses: {
    200: { description, content: pictures },
    304: { description: 'As the browser has it' },
    ...problem,
  },
})
const open = createRoute({ ...picture('The picture; to most without metadata'), path: '/photos/{id}' })
const openSmall = createRoute({ ...picture('Its small copy, if it has one'), path: '/photos/{id}/thumbnail' })

const flags = createRoute({
  method: 'get',
  path: '/photos/flags',
  ...may('photo.judge'),
  request: { query: PhotoFlagQuery },
  responses: { 200: json(page(PhotoFlag), 'Pictures used for several areas, newest first'), ...problem },
})

const judge = createRoute({
  method: 'patch',
  path: '/photos/flags/{sha256}',
  ...may('photo.judge'),
  request: { params: z.object({ sha256: Id }), body: body(PhotoFlagChange) },
  responses: { 200: json(PhotoFlag, 'The flag, looked at'), ...problem },
})

export const photoRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(flags, async (c) => {
    const { state = 'open', limit = 50, cursor } = c.req.valid('query')
    const items = await listFlags(c.var, state, limit + 1, cursor)
    return c.json(
      paged(items, limit, ({ at, sha256 }) => `${at} ${sha256}`),
      200,
    )
  })
  .openapi(judge, async (c) =>
    c.json(await judgeFlag(countyContext(c), c.req.valid('param').sha256, c.req.valid('json')), 200),
  )
  .openapi(upload, async (c) => {
    const noted = c.req.valid('query')
    const sent = await uploadOf(c, noted.sha256)
    const { photo, created } = await uploadPhoto(countyContext(c), c.req.valid('param').id, sent, noted)
    return created ? c.json(photo, 201) : c.json(photo, 200)
  })
  .openapi(thumbnail, async (c) => {
    const sent = await uploadOf(c, c.req.valid('query').sha256)
    return c.json(await uploadCopy(countyContext(c), c.req.valid('param').id, 'thumbnail', sent), 200)
  })
  .openapi(derivative, async (c) => {
    const sent = await uploadOf(c, c.req.valid('query').sha256)
    return c.json(await uploadCopy(countyContext(c), c.req.valid('param').id, 'derivative', sent), 200)
  })
  .openapi(open, async (c) => {
    const known = c.req.header('if-none-match')
    return shown(await openPhoto(countyContext(c), c.req.valid('param').id, 'full', known))
  })
  .openapi(openSmall, async (c) => {
    const known = c.req.header('if-none-match')
    return shown(await openPhoto(countyContext(c), c.req.valid('param').id, 'thumbnail', known))
  })

async function uploadOf(c: Context<AppEnv>, sha256: string) {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  return { bytes, sha256, type: c.req.header('content-type') ?? '' }
}

/** Kept by the browser alone, which asks each time whether its member may still see it. */
function shown({ etag, mime, name, body }: Picture): Response {
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' }
  if (!body) return new Response(null, { status: 304, headers })
  return new Response(body as BodyInit, {
    headers: {
      ...headers,
      'content-type': mime,
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
