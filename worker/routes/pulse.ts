import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Pulse } from '../../schema/api/pulse.ts'
import { sha256 } from '../data/sha256.ts'
import { selectNewest } from '../data/story.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

/** Machines' clocks differ a little, so that a change may stand just before the newest one. */
const looked = 8

const show = createRoute({
  method: 'get',
  path: '/pulse',
  ...may('county.read'),
  request: { headers: z.object({ 'if-none-match': z.string().optional() }) },
  responses: {
    200: json(Pulse, 'Changes when anything in the county changes'),
    304: { description: 'Nothing has changed since the entity tag that was sent' },
    ...problem,
  },
})

export const pulseRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(
  show,
  async (c) => {
    const [newest] = await c.var.db.together(selectNewest(c.var.db, looked))
    const beat = await sha256(newest.map(({ id }) => id).join())
    c.header('etag', `"${beat}"`)
    c.header('cache-control', 'private, no-cache')
    if (c.req.valid('header')['if-none-match'] === `"${beat}"`) return c.body(null, 304)
    return c.json({ beat }, 200)
  },
)
