import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Area, AreaChange, AreaQuery, NewArea } from '../../schema/api/areas.ts'
import { Id, page } from '../../schema/api/common.ts'
import { addArea, changeArea } from '../actions/areas/change-areas.ts'
import { listAreas } from '../data/areas.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/areas',
  ...may('area.read'),
  request: { query: AreaQuery },
  responses: { 200: json(page(Area), 'Areas in the order of their ids'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/areas',
  ...may('area.write'),
  request: { body: body(NewArea) },
  responses: { 201: json(Area, 'The new area'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/areas/{id}',
  ...may('area.write'),
  request: { params: z.object({ id: Id }), body: body(AreaChange) },
  responses: { 200: json(Area, 'The changed area'), ...problem },
})

export const areaRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 200, ...filter } = c.req.valid('query')
    return c.json(
      paged(await listAreas(c.var.db, filter, limit + 1, cursor), limit, (row) => row.id),
      200,
    )
  })
  .openapi(add, async (c) => c.json(await addArea(countyContext(c), c.req.valid('json')), 201))
  .openapi(change, async (c) =>
    c.json(await changeArea(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
