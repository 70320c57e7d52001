import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { BoardHistory } from '../../schema/api/boards.ts'
import { Id, PageQuery, page } from '../../schema/api/common.ts'
import {
  BoardSeries,
  HistoryImport,
  HistoryReceipt,
  PastRound,
  SeriesQuery,
} from '../../schema/api/history.ts'
import { ImportQuery } from '../../schema/api/posts.ts'
import { importHistory } from '../actions/history/import-history.ts'
import { importHistorySheet } from '../actions/history/import-history-sheet.ts'
import { pastRounds } from '../actions/history/past-rounds.ts'
import { boardSeries } from '../actions/history/series.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const bytes = { schema: z.string().openapi({ format: 'binary' }) }

const list = createRoute({
  method: 'get',
  path: '/boards/{id}/history',
  ...may('board.read'),
  request: { params, query: PageQuery },
  responses: { 200: json(page(PastRound), 'Published and imported rounds, newest first'), ...problem },
})

const series = createRoute({
  method: 'get',
  path: '/boards/{id}/series',
  ...may('board.read'),
  request: { params, query: SeriesQuery },
  responses: { 200: json(BoardSeries, 'Ranks and bands of the last past rounds, oldest first'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/boards/{id}/history',
  ...may('board.write', { leavesWork: true }),
  request: { params, body: body(BoardHistory) },
  responses: { 201: json(HistoryReceipt, 'Brought in; streaks go on from here'), ...problem },
})

const sheet = createRoute({
  method: 'post',
  path: '/boards/{id}/history/imports',
  ...may('board.write'),
  request: {
    params,
    query: ImportQuery,
    body: { required: true, content: { 'application/octet-stream': bytes, 'text/csv': bytes } },
  },
  responses: {
    200: json(HistoryImport, 'Every row and what became of it; stored only where all are clear'),
    ...problem,
  },
})

export const historyRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 12 } = c.req.valid('query')
    const rows = await pastRounds(c.var.db, c.req.valid('param').id, limit + 1, cursor)
    return c.json(
      paged(rows, limit, ({ no }) => String(no)),
      200,
    )
  })
  .openapi(series, async (c) => {
    const { until, rounds = 8 } = c.req.valid('query')
    return c.json(await boardSeries(c.var.db, c.req.valid('param').id, rounds, until), 200)
  })
  .openapi(add, async (c) =>
    c.json(await importHistory(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(sheet, async (c) => {
    const upload = {
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      dryRun: c.req.valid('query').dryRun === 'true',
    }
    const { id } = c.req.valid('param')
    return c.json(await importHistorySheet(countyContext(c), id, upload, c.var.language), 200)
  })
