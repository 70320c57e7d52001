import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { countyCode, divisionList, regionCounty, regionsQuery } from '../../schema/api/regions.ts'
import { childrenOf, countiesNamed, county } from '../files/regions.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const list = createRoute({
  method: 'get',
  path: '/regions',
  request: { query: regionsQuery },
  responses: {
    200: json(divisionList, 'Divisions under the parent, or counties by part of a name; else the provinces'),
    ...problem,
  },
})

const show = createRoute({
  method: 'get',
  path: '/regions/{code}',
  request: { params: z.object({ code: countyCode }) },
  responses: { 200: json(regionCounty, 'A county with its townships and villages'), ...problem },
})

const day = 'public, max-age=86400'

export const regionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { parent, q } = c.req.valid('query')
    const items = q ? await countiesNamed(c.env.ASSETS, q) : await childrenOf(c.env.ASSETS, parent)
    if (!items) throw new Problem('not_found')
    c.header('cache-control', day)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(show, async (c) => {
    const found = await county(c.env.ASSETS, c.req.valid('param').code)
    if (!found) throw new Problem('not_found')
    c.header('cache-control', day)
    return c.json(found, 200)
  })
