import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  Draw,
  DrawDetail,
  DrawQuery,
  NewDraw,
  NewVisit,
  Visit,
  VisitCancellation,
  VisitQuery,
} from '../../schema/api/visits.ts'
import { listDraws, makeDraw, readDraw } from '../actions/visits/draws.ts'
import { addVisit, cancel, listVisits } from '../actions/visits/visits.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/visits',
  ...may('visit.read'),
  request: { query: VisitQuery },
  responses: { 200: json(page(Visit), 'Visits in one state, the first due first'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/visits',
  ...may('visit.write'),
  request: { body: body(NewVisit) },
  responses: { 201: json(Visit, 'The planned visit'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/visits/{id}',
  ...may('visit.write'),
  request: { params, body: body(VisitCancellation) },
  responses: { 200: json(Visit, 'The cancelled visit'), ...problem },
})

const draws = createRoute({
  method: 'get',
  path: '/draws',
  ...may('visit.write'),
  request: { query: DrawQuery },
  responses: { 200: json(page(Draw), 'Draws, the newest first'), ...problem },
})

const draw = createRoute({
  method: 'post',
  path: '/draws',
  ...may('visit.write'),
  request: { body: body(NewDraw) },
  responses: { 201: json(DrawDetail, 'The draw with its visits and its seed'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/draws/{id}',
  ...may('visit.write'),
  request: { params },
  responses: { 200: json(DrawDetail, 'The draw with its visits and its seed'), ...problem },
})

export const visitRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await listVisits(c.var, c.req.valid('query')), 200))
  .openapi(add, async (c) => c.json(await addVisit(countyContext(c), c.req.valid('json')), 201))
  .openapi(change, async (c) =>
    c.json(await cancel(countyContext(c), c.req.valid('param').id, c.req.valid('json').reason), 200),
  )
  .openapi(draws, async (c) => c.json(await listDraws(c.var, c.req.valid('query')), 200))
  .openapi(draw, async (c) => c.json(await makeDraw(countyContext(c), c.req.valid('json')), 201))
  .openapi(show, async (c) => c.json(await readDraw(c.var, c.req.valid('param').id), 200))
