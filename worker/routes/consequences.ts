import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Assignment, AssignmentChange } from '../../schema/api/assignments.ts'
import { Id, page } from '../../schema/api/common.ts'
import { Consequence, ConsequenceQuery, InterviewRecord } from '../../schema/api/consequences.ts'
import { changeCommitment, commitmentsOf } from '../actions/consequences/commitments.ts'
import { consequencesOf } from '../actions/consequences/consequence-view.ts'
import { consequencesInReach } from '../actions/consequences/consequences-in-reach.ts'
import { recordInterview } from '../actions/consequences/record-interview.ts'
import { requireConsequence } from '../actions/consequences/require-consequence.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/consequences',
  ...may('consequence.read'),
  request: { query: ConsequenceQuery },
  responses: { 200: json(page(Consequence), 'Consequences within reach, newest first'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/consequences/{id}',
  ...may('consequence.read'),
  request: { params },
  responses: { 200: json(Consequence, 'The consequence'), ...problem },
})

const interview = createRoute({
  method: 'put',
  path: '/consequences/{id}/record',
  ...may('consequence.write'),
  request: { params, body: body(InterviewRecord) },
  responses: { 200: json(Consequence, 'The consequence with its record'), ...problem },
})

const assignments = createRoute({
  method: 'get',
  path: '/consequences/{id}/assignments',
  ...may('consequence.read'),
  request: { params },
  responses: { 200: json(page(Assignment), 'What was promised, by the day it is due'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/assignments/{id}',
  ...may('consequence.write'),
  request: { params, body: body(AssignmentChange) },
  responses: { 200: json(Assignment, 'The assignment'), ...problem },
})

export const consequenceRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await consequencesInReach(c.var, c.req.valid('query')), 200))
  .openapi(show, async (c) => {
    const found = await requireConsequence(c.var, c.req.valid('param').id, 'consequence.read')
    const [shown] = await consequencesOf(c.var.db, [found])
    if (!shown) throw new Problem('not_found')
    return c.json(shown, 200)
  })
  .openapi(interview, async (c) =>
    c.json(await recordInterview(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(assignments, async (c) => {
    const items = await commitmentsOf(c.var, c.req.valid('param').id)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(change, async (c) =>
    c.json(await changeCommitment(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
