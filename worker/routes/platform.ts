import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import { PlatformCounty } from '../../schema/api/platform.ts'
import { approve, platformCounty } from '../actions/platform/approve-county.ts'
import { listCounties } from '../data/counties.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { platformCaller } from '../http/caller.ts'
import { platformContext } from '../http/county-context.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/platform/counties',
  middleware: platformCaller,
  security: [{ session: [] }],
  responses: { 200: json(page(PlatformCounty), 'Counties, newest first'), ...problem },
})

const approval = createRoute({
  method: 'put',
  path: '/platform/counties/{id}/approval',
  middleware: platformCaller,
  security: [{ session: [] }],
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(PlatformCounty, 'The approved county'), ...problem },
})

export const platformRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const items = (await listCounties(c.var.control)).map(platformCounty)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(approval, async (c) => {
    const by = c.var.session?.account.id ?? ''
    return c.json(await approve(platformContext(c), c.req.valid('param').id, by), 200)
  })
