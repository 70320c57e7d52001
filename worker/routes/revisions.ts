import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, PageQuery, page } from '../../schema/api/common.ts'
import { RoundInput } from '../../schema/api/ranking.ts'
import {
  NewRevision,
  Recomputation,
  Revision,
  RevisionEffect,
  RevisionQuery,
  RevisionSummary,
} from '../../schema/api/revisions.ts'
import { findFrozen, recompute, revisionsOf } from '../actions/publication/recompute.ts'
import { previewRevision, revise } from '../actions/publication/revise.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const ofRound = z.object({ id: Id })
const ofRevision = z.object({ id: Id, no: z.coerce.number().int().min(1) })

const add = createRoute({
  method: 'post',
  path: '/rounds/{id}/revisions',
  ...may('revision.write', { leavesWork: true }),
  request: { params: ofRound, query: RevisionQuery, body: body(NewRevision) },
  responses: {
    200: json(RevisionEffect, 'A dry run: what the revision would move, later rounds included'),
    201: json(RevisionEffect, 'Published: what the revision has moved'),
    ...problem,
  },
})

const list = createRoute({
  method: 'get',
  path: '/rounds/{id}/revisions',
  ...may('revision.read'),
  request: { params: ofRound, query: PageQuery },
  responses: { 200: json(page(RevisionSummary), 'Revisions, oldest first'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/rounds/{id}/revisions/{no}',
  ...may('revision.read'),
  request: { params: ofRevision },
  responses: { 200: json(Revision, 'A revision as it was published'), ...problem },
})

const inputs = createRoute({
  method: 'get',
  path: '/rounds/{id}/revisions/{no}/inputs',
  ...may('revision.read'),
  request: { params: ofRevision },
  responses: { 200: json(RoundInput, 'Everything the revision was computed from'), ...problem },
})

const recomputation = createRoute({
  method: 'get',
  path: '/rounds/{id}/revisions/{no}/recomputation',
  ...may('revision.read'),
  request: { params: ofRevision },
  responses: { 200: json(Recomputation, 'The stored inputs ranked again'), ...problem },
})

export const revisionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(add, async (c) => {
    const { id } = c.req.valid('param')
    const wanted = c.req.valid('json')
    if (c.req.valid('query').dryRun === 'true')
      return c.json(await previewRevision(countyContext(c), id, wanted), 200)
    return c.json(await revise(countyContext(c), id, wanted), 201)
  })
  .openapi(list, async (c) => {
    const { id } = c.req.valid('param')
    const { cursor = '0', limit = 50 } = c.req.valid('query')
    const rows = await revisionsOf(c.var, id, limit + 1, Number(cursor) || 0)
    return c.json(
      paged(rows, limit, ({ no }) => String(no)),
      200,
    )
  })
  .openapi(show, async (c) => {
    const { id, no } = c.req.valid('param')
    const { revision } = await findFrozen(c.var, id, no)
    return c.json(Revision.parse(revision), 200)
  })
  .openapi(inputs, async (c) => {
    const { id, no } = c.req.valid('param')
    const { input } = await findFrozen(c.var, id, no)
    const headers = { 'content-disposition': `attachment; filename="round-${id}-revision-${no}.json"` }
    return c.json(input, 200, headers)
  })
  .openapi(recomputation, async (c) => {
    const { id, no } = c.req.valid('param')
    return c.json(await recompute(c.var, id, no), 200)
  })
