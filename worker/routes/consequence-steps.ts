import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '../../schema/api/common.ts'
import { Cancellation, Completion, Consequence, FollowUp, Schedule } from '../../schema/api/consequences.ts'
import {
  cancel,
  complete,
  endFollowUp,
  followUp,
  reopen,
  restore,
  schedule,
  unschedule,
} from '../actions/consequences/steps.ts'
import type { Verb } from '../domain/access/grants.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

/** A step is a resource of the consequence: `PUT` takes it, `DELETE` takes it back. */
function taken<Path extends string, Body extends z.ZodType>(
  step: Path,
  wanted: Body,
  verb: Verb = 'consequence.write',
) {
  return createRoute({
    method: 'put',
    path: `/consequences/{id}/${step}` as const,
    ...may(verb),
    request: { params, body: body(wanted) },
    responses: { 200: json(Consequence, 'The consequence in its new stage'), ...problem },
  })
}

function takenBack<Path extends string>(step: Path, verb: Verb = 'consequence.write') {
  return createRoute({
    method: 'delete',
    path: `/consequences/{id}/${step}` as const,
    ...may(verb),
    request: { params },
    responses: { 200: json(Consequence, 'The consequence, back in the stage before'), ...problem },
  })
}

export const consequenceStepRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(taken('schedule', Schedule), async (c) =>
    c.json(await schedule(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(takenBack('schedule'), async (c) =>
    c.json(await unschedule(countyContext(c), c.req.valid('param').id), 200),
  )
  .openapi(taken('follow-up', FollowUp), async (c) =>
    c.json(await followUp(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(takenBack('follow-up'), async (c) =>
    c.json(await endFollowUp(countyContext(c), c.req.valid('param').id), 200),
  )
  .openapi(taken('completion', Completion), async (c) =>
    c.json(await complete(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(takenBack('completion'), async (c) =>
    c.json(await reopen(countyContext(c), c.req.valid('param').id), 200),
  )
  .openapi(taken('cancellation', Cancellation, 'consequence.cancel'), async (c) =>
    c.json(await cancel(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(takenBack('cancellation', 'consequence.cancel'), async (c) =>
    c.json(await restore(countyContext(c), c.req.valid('param').id), 200),
  )
