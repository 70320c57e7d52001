import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { CommitmentQuery, ListedCommitment } from '../../schema/api/assignments.ts'
import { Id, page } from '../../schema/api/common.ts'
import { Banner } from '../../schema/api/consequences.ts'
import { bannerOf } from '../actions/consequences/banner.ts'
import { commitmentsInReach } from '../actions/consequences/commitments.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/commitments',
  ...may('consequence.read'),
  request: { query: CommitmentQuery },
  responses: {
    200: json(page(ListedCommitment), 'What was promised in interviews, by the day it is due'),
    ...problem,
  },
})

const banner = createRoute({
  method: 'get',
  path: '/boards/{id}/banner',
  ...may('standings.read'),
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(Banner, 'Who holds the red banner and how it travelled'), ...problem },
})

export const commitmentRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await commitmentsInReach(c.var, c.req.valid('query')), 200))
  .openapi(banner, async (c) => c.json(await bannerOf(c.var, c.req.valid('param').id), 200))
