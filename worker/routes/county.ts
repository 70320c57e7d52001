import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { CountySetup } from '../../schema/api/areas.ts'
import { countAreas } from '../data/areas.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const show = createRoute({
  method: 'get',
  path: '/',
  ...may('county.read'),
  responses: { 200: json(CountySetup, 'The county and how far its setup is'), ...problem },
})

export const countyRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(
  show,
  async (c) => {
    const { id, code, name, status, demo, office, areas } = c.var.county
    const setup = { areas, ...(await countAreas(c.var.db)) }
    return c.json({ id, code, name, status, demo, office, setup }, 200)
  },
)
