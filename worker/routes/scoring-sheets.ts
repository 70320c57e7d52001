import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  NewScoringSheet,
  ScoringSheet,
  ScoringSheetChange,
  ScoringSheetDetail,
  SheetListQuery,
  SheetTemplate,
  SheetVersionQuery,
} from '../../schema/api/scoring-sheets.ts'
import { addSheet, changeSheet } from '../actions/sheets/change-sheets.ts'
import { readSheet } from '../actions/sheets/read-sheet.ts'
import { sheetTemplates } from '../actions/sheets/templates.ts'
import { selectSheets } from '../data/scoring-sheets.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const templates = createRoute({
  method: 'get',
  path: '/sheets/templates',
  ...may('sheet.read'),
  responses: { 200: json(z.object({ items: z.array(SheetTemplate) }), 'Sheets to start from'), ...problem },
})

const list = createRoute({
  method: 'get',
  path: '/sheets',
  ...may('sheet.read'),
  request: { query: SheetListQuery },
  responses: { 200: json(page(ScoringSheet), 'The newest version of each scoring sheet'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/sheets',
  ...may('sheet.write'),
  request: { body: body(NewScoringSheet) },
  responses: { 201: json(ScoringSheet, 'The new sheet'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/sheets/{id}',
  ...may('sheet.read'),
  request: { params, query: SheetVersionQuery },
  responses: { 200: json(ScoringSheetDetail, 'One version of the sheet, by default the newest'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/sheets/{id}',
  ...may('sheet.write'),
  request: { params, body: body(ScoringSheetChange) },
  responses: { 200: json(ScoringSheet, 'The newest version, a new one where the last was used'), ...problem },
})

export const scoringSheetRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(templates, (c) => c.json({ items: [...sheetTemplates] }, 200))
  .openapi(list, async (c) => {
    const { cursor, limit = 100, retired, subject } = c.req.valid('query')
    const filter = { retired: retired === 'true', subject }
    const [rows] = await c.var.db.together(selectSheets(c.var.db, filter, limit + 1, cursor))
    return c.json(
      paged(rows, limit, (row) => row.id),
      200,
    )
  })
  .openapi(add, async (c) => c.json(await addSheet(countyContext(c), c.req.valid('json')), 201))
  .openapi(show, async (c) =>
    c.json(await readSheet(c.var, c.req.valid('param').id, c.req.valid('query').version), 200),
  )
  .openapi(change, async (c) =>
    c.json(await changeSheet(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
