import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import { PublicBoard, PublicBoardSummary } from '../../schema/api/public.ts'
import { publicCounty, publicSnapshot } from '../actions/publication/public-snapshot.ts'
import { publicSummaries } from '../data/public-pages.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { platformContext } from '../http/county-context.ts'
import { refuseInvalid } from '../http/validation.ts'
import { publicCaching } from '../pages/answer.ts'

const cached = { 'cache-control': publicCaching }

const list = createRoute({
  method: 'get',
  path: '/public/counties/{county}/boards',
  request: { params: z.object({ county: Id }) },
  responses: { 200: json(page(PublicBoardSummary), 'Published boards that are public'), ...problem },
})

const latest = createRoute({
  method: 'get',
  path: '/public/counties/{county}/boards/{id}/latest',
  request: { params: z.object({ county: Id, id: Id }) },
  responses: {
    200: json(PublicBoard, 'The newest published round'),
    304: { description: 'Still the one that `If-None-Match` names' },
    ...problem,
  },
})

export const publicBoardRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const db = await publicCounty(platformContext(c), c.req.valid('param').county)
    return c.json({ items: await publicSummaries(db), nextCursor: null }, 200, cached)
  })
  .openapi(latest, async (c) => {
    const { county, id } = c.req.valid('param')
    const { body, sha256 } = await publicSnapshot(platformContext(c), county, id)
    const headers = { ...cached, etag: `"${sha256}"` }
    const known = (c.req.header('if-none-match') ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
    if (known.includes(headers.etag) || known.includes('*')) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
  })
