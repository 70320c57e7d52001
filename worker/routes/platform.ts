import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import { SignIn } from '../../schema/api/identity.ts'
import {
  DeadLetter,
  PlatformCounty,
  PlatformOverview,
  PlatformQuery,
  Suspension,
} from '../../schema/api/platform.ts'
import { resetAccountFactor } from '../actions/identity/second-factor/reset.ts'
import { approve, platformCounty } from '../actions/platform/approve-county.ts'
import { deadLetterOf } from '../actions/platform/job-failures.ts'
import { overview } from '../actions/platform/overview.ts'
import { nudge, resume, suspend } from '../actions/platform/suspend-county.ts'
import { listCounties } from '../data/counties.ts'
import { listDead } from '../data/job-failures.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { platformCaller } from '../http/caller.ts'
import { platformContext } from '../http/county-context.ts'
import { refuseInvalid } from '../http/validation.ts'

/** For platform administrators alone. */
const theirs = { middleware: platformCaller, security: [{ session: [] }] }
const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/platform/counties',
  ...theirs,
  request: { query: PlatformQuery },
  responses: { 200: json(page(PlatformCounty), 'Counties, newest first'), ...problem },
})

const approval = createRoute({
  method: 'put',
  path: '/platform/counties/{id}/approval',
  ...theirs,
  request: { params },
  responses: { 200: json(PlatformCounty, 'The approved county'), ...problem },
})

const suspension = createRoute({
  method: 'put',
  path: '/platform/counties/{id}/suspension',
  ...theirs,
  request: { params, body: body(Suspension) },
  responses: { 200: json(PlatformCounty, 'The county, suspended'), ...problem },
})

const resumption = createRoute({
  method: 'delete',
  path: '/platform/counties/{id}/suspension',
  ...theirs,
  request: { params },
  responses: { 200: json(PlatformCounty, 'The county, going on'), ...problem },
})

const glance = createRoute({
  method: 'get',
  path: '/platform/overview',
  ...theirs,
  responses: { 200: json(PlatformOverview, 'The whole service at a glance'), ...problem },
})

const dead = createRoute({
  method: 'get',
  path: '/platform/dead-letters',
  ...theirs,
  responses: {
    200: json(page(DeadLetter), 'Work given up and not done since, the latest first'),
    ...problem,
  },
})

const again = createRoute({
  method: 'put',
  path: '/platform/counties/{id}/nudge',
  ...theirs,
  request: { params },
  responses: { 204: { description: 'Its work is looked at again now' }, ...problem },
})

const secondFactor = createRoute({
  method: 'post',
  path: '/platform/second-factor-resets',
  ...theirs,
  request: { body: body(z.strictObject({ login: SignIn.shape.login })) },
  responses: {
    204: { description: 'The account has no second factor any more, and is signed out' },
    ...problem,
  },
})

export const platformRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 100, ...filter } = c.req.valid('query')
    const rows = await listCounties(c.var.control, filter, limit + 1, cursor)
    return c.json(
      paged(rows.map(platformCounty), limit, ({ id }) => id),
      200,
    )
  })
  .openapi(approval, async (c) => {
    const by = c.var.session?.account.id ?? ''
    return c.json(await approve(platformContext(c), c.req.valid('param').id, by), 200)
  })
  .openapi(suspension, async (c) => {
    const { reason } = c.req.valid('json')
    const by = c.var.session?.account.id ?? ''
    return c.json(await suspend(platformContext(c), c.req.valid('param').id, reason, by), 200)
  })
  .openapi(resumption, async (c) => {
    const by = c.var.session?.account.id ?? ''
    return c.json(await resume(platformContext(c), c.req.valid('param').id, by), 200)
  })
  .openapi(glance, async (c) => c.json(await overview(platformContext(c)), 200))
  .openapi(dead, async (c) => {
    const items = (await listDead(c.var.control, 500)).map(deadLetterOf)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(secondFactor, async (c) => {
    const by = c.var.session?.account.id ?? ''
    await resetAccountFactor(platformContext(c), c.req.valid('json').login, by)
    return c.body(null, 204)
  })
  .openapi(again, async (c) => {
    await nudge(platformContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
