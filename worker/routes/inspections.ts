import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  Annulment,
  CountedInspection,
  Inspection,
  InspectionDetail,
  InspectionQuery,
  NewInspection,
} from '../../schema/api/inspections.ts'
import { annul } from '../actions/inspections/annul-inspection.ts'
import { putInspection } from '../actions/inspections/put-inspection.ts'
import {
  inspectionsBehind,
  listInspections,
  readInspection,
} from '../actions/inspections/read-inspections.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/inspections',
  ...may('inspection.read'),
  request: { query: InspectionQuery },
  responses: { 200: json(page(Inspection), 'Inspections within reach, the last ended first'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/inspections/{id}',
  ...may('inspection.read'),
  request: { params },
  responses: { 200: json(InspectionDetail, 'The inspection with its findings and photos'), ...problem },
})

const put = createRoute({
  method: 'put',
  path: '/inspections/{id}',
  ...may('inspection.write', { leavesWork: true }),
  request: { params, body: body(NewInspection) },
  responses: {
    200: json(InspectionDetail, 'Stored before, with the same body'),
    201: json(InspectionDetail, 'Stored and scored'),
    ...problem,
  },
})

const annulment = createRoute({
  method: 'put',
  path: '/inspections/{id}/annulment',
  ...may('inspection.annul', { leavesWork: true }),
  request: { params, body: body(Annulment) },
  responses: { 200: json(InspectionDetail, 'The inspection, which counts no more'), ...problem },
})

const behind = createRoute({
  method: 'get',
  path: '/rounds/{id}/standings/{subject}/inspections',
  ...may('inspection.read'),
  request: { params: z.object({ id: Id, subject: Id }) },
  responses: {
    200: json(
      z.object({ items: z.array(CountedInspection) }),
      'The inspections behind the subject’s values in the round',
    ),
    ...problem,
  },
})

export const inspectionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await listInspections(c.var, c.req.valid('query')), 200))
  .openapi(show, async (c) => c.json(await readInspection(c.var, c.req.valid('param').id), 200))
  .openapi(put, async (c) => {
    const { made, shown } = await putInspection(
      countyContext(c),
      c.req.valid('param').id,
      c.req.valid('json'),
    )
    return made ? c.json(shown, 201) : c.json(shown, 200)
  })
  .openapi(annulment, async (c) =>
    c.json(await annul(countyContext(c), c.req.valid('param').id, c.req.valid('json').reason), 200),
  )
  .openapi(behind, async (c) => {
    const { id, subject } = c.req.valid('param')
    return c.json({ items: await inspectionsBehind(c.var, id, subject) }, 200)
  })
