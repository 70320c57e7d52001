import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '../../schema/api/common.ts'
import {
  NewReport,
  ReportOverview,
  ReportReceipt,
  SheetQuery,
  SheetReceipt,
  StoredReport,
} from '../../schema/api/reports.ts'
import { openDesk } from '../actions/reports/desk.ts'
import { reportOverview } from '../actions/reports/overview.ts'
import { sendReport } from '../actions/reports/send-report.ts'
import { sendSheet } from '../actions/reports/send-sheet.ts'
import { reportTemplate } from '../actions/reports/template.ts'
import { withdrawReport } from '../actions/reports/withdraw-report.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { saveAs } from '../http/file-name.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const place = z.object({ id: Id, source: z.string().min(1).max(40), reporter: Id })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const bytes = { schema: z.string().openapi({ format: 'binary' }) }

const overview = createRoute({
  method: 'get',
  path: '/rounds/{id}/reports',
  ...may('report.read'),
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(ReportOverview, 'Who has reported and who has not, per source'), ...problem },
})

const send = createRoute({
  method: 'put',
  path: '/rounds/{id}/reports/{source}/{reporter}',
  ...may('report.write', { leavesWork: true }),
  request: { params: place, body: body(NewReport) },
  responses: { 200: json(ReportReceipt, "Stored in place of the reporter's report before"), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/rounds/{id}/reports/{source}/{reporter}',
  ...may('report.read'),
  request: { params: place },
  responses: { 200: json(StoredReport, 'The report as it stands'), ...problem },
})

const template = createRoute({
  method: 'get',
  path: '/rounds/{id}/reports/{source}/{reporter}/sheet',
  ...may('report.read'),
  request: { params: place },
  responses: {
    200: {
      description: 'A spreadsheet with the villages to fill in; it may come back as it is',
      content: { [xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problem,
  },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/rounds/{id}/reports/{source}/{reporter}',
  ...may('report.write', { leavesWork: true }),
  request: { params: place },
  responses: { 204: { description: 'The report is gone' }, ...problem },
})

const sheet = createRoute({
  method: 'post',
  path: '/rounds/{id}/reports/{source}/{reporter}/sheet',
  ...may('report.write', { leavesWork: true }),
  request: {
    params: place,
    query: SheetQuery,
    body: { required: true, content: { 'application/octet-stream': bytes, 'text/csv': bytes } },
  },
  responses: {
    200: json(SheetReceipt, 'Every row and what became of it; stored only where all are clear'),
    ...problem,
  },
})

export const reportRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(overview, async (c) =>
    c.json(await reportOverview(countyContext(c), c.req.valid('param').id), 200),
  )
  .openapi(send, async (c) => {
    const { entries, basedOn } = c.req.valid('json')
    const receipt = await sendReport(countyContext(c), placeOf(c.req.valid('param')), entries, basedOn)
    return c.json(receipt(c.var.language), 200)
  })
  .openapi(show, async (c) => {
    const { own } = await openDesk(countyContext(c), placeOf(c.req.valid('param')), 'report.read')
    if (!own) throw new Problem('not_found')
    const { source, reporter, entries, onBehalf, sentAt } = own
    return c.json({ source, reporter, entries, onBehalf, sentAt }, 200)
  })
  .openapi(template, async (c) => {
    const wanted = placeOf(c.req.valid('param'))
    const { name, bytes: sheetBytes } = await reportTemplate(c.var, wanted, c.var.language)
    c.header('content-type', xlsx)
    c.header('content-disposition', saveAs(name, 'xlsx'))
    return c.body(new Uint8Array(sheetBytes), 200)
  })
  .openapi(withdraw, async (c) => {
    await withdrawReport(countyContext(c), placeOf(c.req.valid('param')))
    return c.body(null, 204)
  })
  .openapi(sheet, async (c) => {
    const { dryRun, pick = [] } = c.req.valid('query')
    const upload = {
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      picks: picksOf([pick].flat()),
      dryRun: dryRun === 'true',
    }
    return c.json(
      await sendSheet(countyContext(c), placeOf(c.req.valid('param')), upload, c.var.language),
      200,
    )
  })

function placeOf({ id, source, reporter }: z.infer<typeof place>) {
  return { round: id, source, reporter }
}

/** `7:620423100203` settles row 7, `9:` leaves row 9 out. Errors: sheet_pick_unclear. */
function picksOf(picks: readonly string[]): Record<number, string | null> {
  return Object.fromEntries(
    picks.map((pick) => {
      const [, row, subject] = /^([1-9]\d{0,5}):([A-Za-z0-9_-]{0,64})$/.exec(pick) ?? []
      if (row === undefined) throw new Problem('sheet_pick_unclear')
      return [Number(row), subject || null]
    }),
  )
}
