import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  Grid,
  GridPoint,
  GridPoints,
  GridQuery,
  NewPatrol,
  Patrol,
  PatrolQuery,
} from '../../schema/api/field.ts'
import { changePoints, listGrids, readPoints } from '../actions/field/grids.ts'
import { listPatrols, putPatrol } from '../actions/field/patrols.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const points = z.object({ items: z.array(GridPoint) })

const grids = createRoute({
  method: 'get',
  path: '/grids',
  ...may('patrol.read'),
  request: { query: GridQuery },
  responses: { 200: json(page(Grid), 'Grids by id, with what their last patrol found'), ...problem },
})

const read = createRoute({
  method: 'get',
  path: '/grids/{id}/points',
  ...may('patrol.read'),
  request: { params },
  responses: { 200: json(points, 'The points of a grid, in their order'), ...problem },
})

const change = createRoute({
  method: 'put',
  path: '/grids/{id}/points',
  ...may('point.write'),
  request: { params, body: body(GridPoints) },
  responses: { 200: json(points, 'The points as they are now'), ...problem },
})

const patrols = createRoute({
  method: 'get',
  path: '/patrols',
  ...may('patrol.read'),
  request: { query: PatrolQuery },
  responses: { 200: json(page(Patrol), 'Patrols, the last ended first'), ...problem },
})

const put = createRoute({
  method: 'put',
  path: '/patrols/{id}',
  ...may('patrol.write'),
  request: { params, body: body(NewPatrol) },
  responses: {
    200: json(Patrol, 'The same patrol was there'),
    201: json(Patrol, 'Stored'),
    ...problem,
  },
})

export const gridRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(grids, async (c) => c.json(await listGrids(c.var, c.req.valid('query')), 200))
  .openapi(read, async (c) => c.json({ items: await readPoints(c.var, c.req.valid('param').id) }, 200))
  .openapi(change, async (c) => {
    const items = await changePoints(countyContext(c), c.req.valid('param').id, c.req.valid('json'))
    return c.json({ items }, 200)
  })
  .openapi(patrols, async (c) => c.json(await listPatrols(c.var, c.req.valid('query')), 200))
  .openapi(put, async (c) => {
    const { made, patrol } = await putPatrol(countyContext(c), c.req.valid('param').id, c.req.valid('json'))
    return made ? c.json(patrol, 201) : c.json(patrol, 200)
  })
