import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Round } from '../../schema/api/boards.ts'
import { Id } from '../../schema/api/common.ts'
import { Publication } from '../../schema/api/revisions.ts'
import { publish } from '../actions/publication/publish.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const publication = createRoute({
  method: 'put',
  path: '/rounds/{id}/publication',
  ...may('publication.write', { leavesWork: true }),
  request: { params: z.object({ id: Id }), body: { ...body(Publication), required: false } },
  responses: { 200: json(Round, 'The published round'), ...problem },
})

export const publicationRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(
  publication,
  async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await publish(countyContext(c), id, c.req.valid('json') ?? {}), 200)
  },
)
