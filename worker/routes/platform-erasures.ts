import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, PageQuery, page } from '../../schema/api/common.ts'
import { ErasureRequest, PlatformErasure } from '../../schema/api/erasures.ts'
import { orderArchive } from '../actions/archive/order-archive.ts'
import { cancel, confirm, erasures, request } from '../actions/platform/erasure.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { archiveAnswer } from '../http/archive-answer.ts'
import { accountCaller, platformCaller } from '../http/caller.ts'
import { platformContext } from '../http/county-context.ts'
import { fileAnswer } from '../http/downloads.ts'
import { personOf } from '../http/session-account.ts'
import { refuseInvalid } from '../http/validation.ts'

/** For platform administrators alone; confirming and taking back also for the second person in the county. */
const theirs = { middleware: platformCaller, security: [{ session: [] }] }
const either = { middleware: accountCaller, security: [{ session: [] }] }
const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/platform/erasures',
  ...theirs,
  request: { query: PageQuery },
  responses: { 200: json(page(PlatformErasure), 'Erasures and tombstones, newest first'), ...problem },
})

const asking = createRoute({
  method: 'put',
  path: '/platform/counties/{id}/erasure',
  ...theirs,
  request: { params, body: body(ErasureRequest) },
  responses: { 200: json(PlatformErasure, 'To be erased in 30 days, if another confirms'), ...problem },
})

const confirmation = createRoute({
  method: 'put',
  path: '/platform/counties/{id}/erasure/confirmation',
  ...either,
  request: { params },
  responses: { 200: json(PlatformErasure, 'Confirmed by a second person'), ...problem },
})

const takingBack = createRoute({
  method: 'delete',
  path: '/platform/counties/{id}/erasure',
  ...either,
  request: { params },
  responses: { 200: json(PlatformErasure, 'Taken back; the county goes on'), ...problem },
})

const archive = createRoute({
  method: 'get',
  path: '/platform/counties/{id}/archive',
  ...theirs,
  request: { params },
  responses: { 200: fileAnswer('application/zip', 'The county with all its files'), ...problem },
})

export const platformErasureRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 50 } = c.req.valid('query')
    const rows = await erasures(platformContext(c), limit + 1, cursor)
    return c.json(
      paged(rows, limit, ({ id }) => id),
      200,
    )
  })
  .openapi(asking, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await request(platformContext(c), id, c.req.valid('json'), personOf(c)), 200)
  })
  .openapi(confirmation, async (c) =>
    c.json(await confirm(platformContext(c), c.req.valid('param').id, personOf(c)), 200),
  )
  .openapi(takingBack, async (c) =>
    c.json(await cancel(platformContext(c), c.req.valid('param').id, personOf(c)), 200),
  )
  .openapi(archive, async (c) => {
    const { id } = c.req.valid('param')
    return archiveAnswer(c, await orderArchive(platformContext(c), id, personOf(c).id))
  })
