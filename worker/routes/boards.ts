import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Board, BoardChange, BoardQuery, NewBoard } from '../../schema/api/boards.ts'
import { Id, page } from '../../schema/api/common.ts'
import { addBoard, boardOf } from '../actions/boards/add-board.ts'
import { changeBoard } from '../actions/boards/change-board.ts'
import { findBoard, listBoards } from '../data/boards.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/boards',
  ...may('board.read'),
  request: { query: BoardQuery },
  responses: { 200: json(page(Board), 'Boards in the order of their ids'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/boards',
  ...may('board.write', { leavesWork: true }),
  request: { body: body(NewBoard) },
  responses: { 201: json(Board, 'The new board, with what is odd about its policy'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/boards/{id}',
  ...may('board.read'),
  request: { params },
  responses: { 200: json(Board, 'The board'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/boards/{id}',
  ...may('board.write', { leavesWork: true }),
  request: { params, body: body(BoardChange) },
  responses: { 200: json(Board, 'The changed board'), ...problem },
})

export const boardRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 100, ...filter } = c.req.valid('query')
    const rows = await listBoards(c.var.db, filter, limit + 1, cursor)
    const { items, nextCursor } = paged(rows, limit, (row) => row.id)
    return c.json({ items: items.map((row) => boardOf(row)), nextCursor }, 200)
  })
  .openapi(add, async (c) => c.json(await addBoard(countyContext(c), c.req.valid('json')), 201))
  .openapi(show, async (c) => {
    const found = await findBoard(c.var.db, c.req.valid('param').id)
    if (!found) throw new Problem('not_found')
    return c.json(boardOf(found), 200)
  })
  .openapi(change, async (c) =>
    c.json(await changeBoard(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
