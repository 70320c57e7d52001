import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Assignment, AssignmentChange, Commitment } from '../../schema/api/assignments.ts'
import { Id, page } from '../../schema/api/common.ts'
import {
  Consequence,
  ConsequenceEvent,
  ConsequenceQuery,
  InterviewRecord,
} from '../../schema/api/consequences.ts'
import { changeCommitment, commitmentsOf } from '../actions/consequences/commitments.ts'
import {
  consequencesInReach,
  readConsequence,
  storyOf,
} from '../actions/consequences/consequences-in-reach.ts'
import { recordInterview } from '../actions/consequences/record-interview.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

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
  ...may('consequence.write', { leavesWork: true }),
  request: { params, body: body(InterviewRecord) },
  responses: { 200: json(Consequence, 'The consequence with its record'), ...problem },
})

const assignments = createRoute({
  method: 'get',
  path: '/consequences/{id}/assignments',
  ...may('consequence.read'),
  request: { params },
  responses: { 200: json(page(Commitment), 'What was promised, by the day it is due'), ...problem },
})

const events = createRoute({
  method: 'get',
  path: '/consequences/{id}/events',
  ...may('consequence.read'),
  request: { params },
  responses: { 200: json(page(ConsequenceEvent), 'What was done with it, newest first'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/assignments/{id}',
  ...may('consequence.write', { leavesWork: true }),
  request: { params, body: body(AssignmentChange) },
  responses: { 200: json(Assignment, 'The assignment'), ...problem },
})

export const consequenceRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await consequencesInReach(c.var, c.req.valid('query')), 200))
  .openapi(show, async (c) => c.json(await readConsequence(c.var, c.req.valid('param').id), 200))
  .openapi(interview, async (c) =>
    c.json(await recordInterview(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(assignments, async (c) => {
    const items = await commitmentsOf(c.var, c.req.valid('param').id)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(events, async (c) => {
    const items = await storyOf(c.var, c.req.valid('param').id)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(change, async (c) =>
    c.json(await changeCommitment(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
