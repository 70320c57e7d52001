import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '../../schema/api/common.ts'
import { SecondFactorRule } from '../../schema/api/second-factor.ts'
import { requireSecondFactor } from '../actions/identity/require-second-factor.ts'
import { resetMemberFactor } from '../actions/identity/second-factor/reset.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const rule = createRoute({
  method: 'get',
  path: '/second-factor',
  ...may('member.read'),
  responses: { 200: json(SecondFactorRule, 'Whether administrators need a second factor'), ...problem },
})

const setRule = createRoute({
  method: 'put',
  path: '/second-factor',
  ...may('member.write'),
  request: { body: body(SecondFactorRule) },
  responses: { 200: json(SecondFactorRule, 'It holds from their next request on'), ...problem },
})

const reset = createRoute({
  method: 'delete',
  path: '/members/{id}/second-factor',
  ...may('member.write'),
  request: { params: z.object({ id: Id }) },
  responses: {
    204: { description: 'The member has no second factor any more, and is signed out' },
    ...problem,
  },
})

/** The county's side of it; everybody's own is in account.ts. */
export const secondFactorRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(rule, (c) => c.json({ required: c.var.county.secondFactorWanted }, 200))
  .openapi(setRule, async (c) => {
    const { required } = c.req.valid('json')
    const own = c.var.session?.account.secondFactor ?? false
    return c.json(await requireSecondFactor(countyContext(c), required, own), 200)
  })
  .openapi(reset, async (c) => {
    await resetMemberFactor(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
