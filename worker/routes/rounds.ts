import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Exemption, NewRound, Round, RoundChange, RoundDetail, RoundQuery } from '../../schema/api/boards.ts'
import { Id, Nothing, page } from '../../schema/api/common.ts'
import { exempt, refreshRoster, unexempt } from '../actions/rounds/change-roster.ts'
import { moveClosing } from '../actions/rounds/change-round.ts'
import { closeRound } from '../actions/rounds/close-round.ts'
import { openRound } from '../actions/rounds/open-round.ts'
import { roundOf, roundsOf } from '../actions/rounds/require-round.ts'
import { findRound } from '../data/rounds.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const params = z.object({ id: Id })
const ofSubject = z.object({ id: Id, subject: Id })

const list = createRoute({
  method: 'get',
  path: '/boards/{id}/rounds',
  ...may('round.read'),
  request: { params, query: RoundQuery },
  responses: { 200: json(page(Round), "The board's rounds, newest first"), ...problem },
})

const open = createRoute({
  method: 'post',
  path: '/boards/{id}/rounds',
  ...may('round.write', { leavesWork: true }),
  request: { params, body: body(NewRound) },
  responses: { 201: json(Round, 'The round, open now'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/rounds/{id}',
  ...may('round.read'),
  request: { params },
  responses: { 200: json(RoundDetail, 'The round with its frozen roster and policy'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/rounds/{id}',
  ...may('round.write', { leavesWork: true }),
  request: { params, body: body(RoundChange) },
  responses: { 200: json(Round, 'The round with its new closing time'), ...problem },
})

const close = createRoute({
  method: 'put',
  path: '/rounds/{id}/closure',
  ...may('round.write', { leavesWork: true }),
  request: { params, body: { content: { 'application/json': { schema: Nothing } } } },
  responses: { 200: json(Round, 'The round, closed now'), ...problem },
})

const refresh = createRoute({
  method: 'put',
  path: '/rounds/{id}/roster',
  ...may('round.write', { leavesWork: true }),
  request: { params, body: { content: { 'application/json': { schema: Nothing } } } },
  responses: { 200: json(Round, 'The round, its roster as the areas are now'), ...problem },
})

const addExemption = createRoute({
  method: 'put',
  path: '/rounds/{id}/exemptions/{subject}',
  ...may('round.write', { leavesWork: true }),
  request: { params: ofSubject, body: body(Exemption) },
  responses: { 200: json(Round, 'The round without that subject in its comparison'), ...problem },
})

const removeExemption = createRoute({
  method: 'delete',
  path: '/rounds/{id}/exemptions/{subject}',
  ...may('round.write', { leavesWork: true }),
  request: { params: ofSubject },
  responses: { 200: json(Round, 'The round with that subject back in its comparison'), ...problem },
})

export const roundRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 50, ...filter } = c.req.valid('query')
    const board = c.req.valid('param').id
    const before = cursor === undefined ? undefined : Number(cursor) || 0
    const rows = await roundsOf(c.var.db, board, limit + 1, before, filter)
    const { items, nextCursor } = paged(rows, limit, (row) => `${row.no}`)
    return c.json({ items: items.map(roundOf), nextCursor }, 200)
  })
  .openapi(open, async (c) =>
    c.json(await openRound(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(show, async (c) => {
    const found = await findRound(c.var.db, c.req.valid('param').id)
    if (!found) throw new Problem('not_found')
    return c.json({ ...roundOf(found), policy: found.policy, roster: found.roster }, 200)
  })
  .openapi(change, async (c) => {
    const { closesAt } = c.req.valid('json')
    return c.json(await moveClosing(countyContext(c), c.req.valid('param').id, closesAt), 200)
  })
  .openapi(close, async (c) => c.json(await closeRound(countyContext(c), c.req.valid('param').id), 200))
  .openapi(refresh, async (c) => c.json(await refreshRoster(countyContext(c), c.req.valid('param').id), 200))
  .openapi(addExemption, async (c) => {
    const { id, subject } = c.req.valid('param')
    return c.json(await exempt(countyContext(c), id, subject, c.req.valid('json').reason), 200)
  })
  .openapi(removeExemption, async (c) => {
    const { id, subject } = c.req.valid('param')
    return c.json(await unexempt(countyContext(c), id, subject), 200)
  })
