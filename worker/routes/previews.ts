import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { Preview } from '../../schema/api/previews.ts'
import { makePreview } from '../actions/publication/preview.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const make = createRoute({
  method: 'post',
  path: '/previews',
  ...may('setup.write'),
  responses: { 201: json(Preview, 'A link to the public site of a county not yet approved'), ...problem },
})

export const previewRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(
  make,
  async (c) => c.json(await makePreview(countyContext(c)), 201),
)
