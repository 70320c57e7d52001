import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { SetupProgress, SkippedSteps } from '../../schema/api/setup.ts'
import { setupProgress, skipSteps } from '../actions/setup/progress.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const show = createRoute({
  method: 'get',
  path: '/setup',
  ...may('setup.read'),
  responses: { 200: json(SetupProgress, 'How far the setup is, from what the county has'), ...problem },
})

const skip = createRoute({
  method: 'put',
  path: '/setup/skipped',
  ...may('setup.write'),
  request: { body: body(SkippedSteps) },
  responses: { 200: json(SetupProgress, 'The progress with those steps skipped'), ...problem },
})

export const setupRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(show, async (c) => c.json(await setupProgress(countyContext(c)), 200))
  .openapi(skip, async (c) => c.json(await skipSteps(countyContext(c), c.req.valid('json')), 200))
