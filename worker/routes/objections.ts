import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, PageQuery, page } from '../../schema/api/common.ts'
import { NewObjection, Objection, Ruling } from '../../schema/api/consequences.ts'
import { fileObjection } from '../actions/objections/file-objection.ts'
import { objectionsOfRound } from '../actions/objections/objections-of-round.ts'
import { rule } from '../actions/objections/rule.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/rounds/{id}/objections',
  ...may('objection.read'),
  request: { params, query: PageQuery },
  responses: { 200: json(page(Objection), 'Objections within reach, in the order filed'), ...problem },
})

const file = createRoute({
  method: 'post',
  path: '/rounds/{id}/objections',
  ...may('objection.write'),
  request: { params, body: body(NewObjection) },
  responses: { 201: json(Objection, 'The objection'), ...problem },
})

const ruling = createRoute({
  method: 'put',
  path: '/objections/{id}/ruling',
  ...may('objection.rule'),
  request: { params, body: body(Ruling) },
  responses: { 200: json(Objection, 'The objection, ruled on'), ...problem },
})

export const objectionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 100 } = c.req.valid('query')
    const items = await objectionsOfRound(c.var, c.req.valid('param').id, limit + 1, cursor)
    return c.json(
      paged(items, limit, (item) => item.id),
      200,
    )
  })
  .openapi(file, async (c) =>
    c.json(await fileObjection(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(ruling, async (c) =>
    c.json(await rule(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
