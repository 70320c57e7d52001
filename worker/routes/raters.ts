import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '../../schema/api/common.ts'
import { Raters, RatersQuery } from '../../schema/api/raters.ts'
import { readRaters } from '../actions/raters/read-raters.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const raters = createRoute({
  method: 'get',
  path: '/rounds/{id}/raters',
  ...may('rater.read'),
  request: { params: z.object({ id: Id }), query: RatersQuery },
  responses: {
    200: json(Raters, 'Every reporter beside the others, of this round and of the ones before it'),
    ...problem,
  },
})

export const raterRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(
  raters,
  async (c) => {
    const { last = 1 } = c.req.valid('query')
    return c.json(await readRaters(countyContext(c), c.req.valid('param').id, last), 200)
  },
)
