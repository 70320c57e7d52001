import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, PageQuery, page } from '../../schema/api/common.ts'
import { NewObjection, Objection, Ruling } from '../../schema/api/consequences.ts'
import { ObjectionListed, ObjectionQuery, RulingEffect } from '../../schema/api/objections.ts'
import { fileObjection } from '../actions/objections/file-objection.ts'
import { objectionsInReach } from '../actions/objections/objections-in-reach.ts'
import { objectionsOfRound } from '../actions/objections/objections-of-round.ts'
import { previewRuling, rule } from '../actions/objections/rule.ts'
import { withdraw } from '../actions/objections/withdraw.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const waiting = createRoute({
  method: 'get',
  path: '/objections',
  ...may('objection.read'),
  request: { query: ObjectionQuery },
  responses: { 200: json(page(ObjectionListed), 'Objections of all rounds within reach'), ...problem },
})

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
  ...may('objection.rule', { leavesWork: true }),
  request: { params, body: body(Ruling) },
  responses: { 200: json(Objection, 'The objection, ruled on'), ...problem },
})

const preview = createRoute({
  method: 'post',
  path: '/objections/{id}/ruling/preview',
  ...may('objection.rule'),
  request: { params, body: body(Ruling) },
  responses: { 200: json(RulingEffect, 'What the ruling would move; nothing is stored'), ...problem },
})

const withdrawal = createRoute({
  method: 'put',
  path: '/objections/{id}/withdrawal',
  ...may('objection.write', { leavesWork: true }),
  request: { params },
  responses: { 200: json(Objection, 'The objection, taken back by whoever filed it'), ...problem },
})

export const objectionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(waiting, async (c) => {
    const { limit = 50, ...wanted } = c.req.valid('query')
    const items = await objectionsInReach(c.var, wanted, limit + 1)
    return c.json(
      paged(items, limit, (item) => item.id),
      200,
    )
  })
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
  .openapi(preview, async (c) =>
    c.json(await previewRuling(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdrawal, async (c) => c.json(await withdraw(countyContext(c), c.req.valid('param').id), 200))
