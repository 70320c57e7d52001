import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { AreaImport, AreaImportQuery } from '../../schema/api/area-imports.ts'
import { Area } from '../../schema/api/areas.ts'
import { Id } from '../../schema/api/common.ts'
import { MergeArea, Merger, MergerQuery } from '../../schema/api/mergers.ts'
import { areasSheet } from '../actions/areas/areas-sheet.ts'
import { importAreaSheet } from '../actions/areas/import-area-sheet.ts'
import { mergeArea } from '../actions/areas/merge-areas.ts'
import { undoMerger } from '../actions/areas/undo-merger.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { attachment, xlsxAnswer } from '../http/downloads.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const params = z.object({ id: Id })
const bytes = { schema: z.string().openapi({ format: 'binary' }) }

const merge = createRoute({
  method: 'put',
  path: '/areas/{id}/merger',
  ...may('area.write'),
  request: { params, query: MergerQuery, body: body(MergeArea) },
  responses: { 200: json(Merger, 'What moved, or would move'), ...problem },
})

const undo = createRoute({
  method: 'delete',
  path: '/areas/{id}/merger',
  ...may('area.write'),
  request: { params },
  responses: { 200: json(Area, 'The area, in use again'), ...problem },
})

const imports = createRoute({
  method: 'post',
  path: '/areas/imports',
  ...may('area.write'),
  request: {
    query: AreaImportQuery,
    body: { required: true, content: { 'application/octet-stream': bytes, 'text/csv': bytes } },
  },
  responses: {
    200: json(AreaImport, 'Every row and what it asks for; stored only where all are clear'),
    ...problem,
  },
})

const sheet = createRoute({
  method: 'get',
  path: '/areas/sheet',
  ...may('area.read'),
  responses: { 200: xlsxAnswer('All areas, in the shape that can be brought in again'), ...problem },
})

export const areaTreeRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(merge, async (c) => {
    const wanted = {
      from: c.req.valid('param').id,
      into: c.req.valid('json').into,
      dryRun: c.req.valid('query').dryRun === 'true',
    }
    return c.json(await mergeArea(countyContext(c), wanted, c.var.language), 200)
  })
  .openapi(undo, async (c) => c.json(await undoMerger(countyContext(c), c.req.valid('param').id), 200))
  .openapi(imports, async (c) => {
    const { dryRun, pick = [] } = c.req.valid('query')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const upload = { bytes, dryRun: dryRun === 'true', picks: picksOf([pick].flat()) }
    return c.json(await importAreaSheet(countyContext(c), upload, c.var.language), 200)
  })
  .openapi(sheet, async (c) => attachment(c, await areasSheet(countyContext(c), c.var.language)))

/** `7:620423100203` says who row 7 means, `9:new` that row 9 is new. Errors: pick_unclear. */
function picksOf(picks: readonly string[]): Map<number, string> {
  return new Map(
    picks.map((pick) => {
      const [, row, area] = /^([1-9]\d{0,5}):([A-Za-z0-9_-]{1,64})$/.exec(pick) ?? []
      if (row === undefined || area === undefined) throw new Problem('pick_unclear')
      return [Number(row), area]
    }),
  )
}
