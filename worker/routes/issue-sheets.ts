import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { IssueImport, IssueImportQuery, IssueSheetQuery } from '../../schema/api/issue-sheets.ts'
import { filterOf } from '../actions/issues/issues-in-reach.ts'
import { importIssues } from '../actions/issues-sheets/import-issues.ts'
import { ledgerSheet } from '../actions/issues-sheets/ledger-sheet.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { saveAs } from '../http/file-name.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'
import { Problem } from '../problems/problem.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const bytes = { schema: z.string().openapi({ format: 'binary' }) }

const sheet = createRoute({
  method: 'get',
  path: '/issues/sheet',
  ...may('issue.read'),
  request: { query: IssueSheetQuery },
  responses: {
    200: { description: 'The issues within reach as a ledger, by number', content: { [xlsx]: bytes } },
    ...problem,
  },
})

const imports = createRoute({
  method: 'post',
  path: '/issues/imports',
  ...may('issue.assign', { leavesWork: true }),
  request: {
    query: IssueImportQuery,
    body: { required: true, content: { 'application/octet-stream': bytes, 'text/csv': bytes } },
  },
  responses: {
    200: json(IssueImport, 'Every row and what became of it; stored only where all are clear'),
    ...problem,
  },
})

export const issueSheetRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(sheet, async (c) => {
    const filter = filterOf(c.req.valid('query'))
    const { name, bytes: file } = await ledgerSheet(countyContext(c), filter, c.var.language)
    c.header('content-type', xlsx)
    c.header('content-disposition', saveAs(name, 'xlsx'))
    return c.body(new Uint8Array(file), 200)
  })
  .openapi(imports, async (c) => {
    const { dryRun, pick = [], category, source } = c.req.valid('query')
    const upload = {
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      picks: picksOf([pick].flat()),
      ...{ dryRun: dryRun === 'true', category, source },
    }
    return c.json(await importIssues(countyContext(c), upload, c.var.language), 200)
  })

/** `7:620423100203.waste` settles row 7, `9:` leaves row 9 out. Errors: sheet_pick_unclear. */
function picksOf(picks: readonly string[]): Record<number, string[] | null> {
  const settled: Record<number, string[] | null> = {}
  for (const pick of picks) {
    const [, row, ids] = /^([1-9]\d{0,5}):([A-Za-z0-9_.-]{0,300})$/.exec(pick) ?? []
    if (row === undefined || ids === undefined) throw new Problem('sheet_pick_unclear')
    const before = settled[Number(row)] ?? []
    settled[Number(row)] = ids === '' ? null : [...before, ...ids.split('.')]
  }
  return settled
}
