import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  AuditEntry,
  AuditFacets,
  AuditQuery,
  AuditSeal,
  AuditSealQuery,
  AuditSheetQuery,
  AuditVerification,
  AuditVerificationQuery,
  BlockNo,
} from '../../schema/api/audit.ts'
import { page } from '../../schema/api/common.ts'
import { auditSheet } from '../actions/audit-log/audit-sheet.ts'
import { auditFacets } from '../actions/audit-log/facets.ts'
import { readBlock } from '../actions/audit-log/read-block.ts'
import { verifyAudit } from '../actions/audit-log/verify-audit.ts'
import { listAudit } from '../data/audit.ts'
import { listSeals } from '../data/audit-seals.ts'
import { json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { attachment, fileAnswer, xlsxAnswer } from '../http/downloads.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/audit',
  ...may('audit.read'),
  request: { query: AuditQuery },
  responses: { 200: json(page(AuditEntry), 'Who did what, newest first'), ...problem },
})

const facets = createRoute({
  method: 'get',
  path: '/audit/facets',
  ...may('audit.read'),
  responses: { 200: json(AuditFacets, 'What the audit can be filtered by'), ...problem },
})

const xlsx = xlsxAnswer('The newest 10,000 of them as a spreadsheet, which says whether there are more')
const csv = { 'text/csv; charset=utf-8': { schema: z.string().openapi({ format: 'binary' }) } }

const sheet = createRoute({
  method: 'get',
  path: '/audit/sheet',
  ...may('audit.read'),
  request: { query: AuditSheetQuery },
  responses: { 200: { ...xlsx, content: { ...xlsx.content, ...csv } }, ...problem },
})

const seals = createRoute({
  method: 'get',
  path: '/audit/seals',
  ...may('audit.read'),
  request: { query: AuditSealQuery },
  responses: { 200: json(page(AuditSeal), 'The blocks that seal the audit, newest first'), ...problem },
})

const digest = createRoute({
  method: 'get',
  path: '/audit/seals/{no}/digest',
  ...may('audit.read'),
  request: { params: z.object({ no: BlockNo }) },
  responses: {
    200: fileAnswer('text/plain; charset=utf-8', 'A block as a text whose SHA-256 is the block’s hash'),
    ...problem,
  },
})

const verification = createRoute({
  method: 'get',
  path: '/audit/verification',
  ...may('audit.read'),
  request: { query: AuditVerificationQuery },
  responses: { 200: json(AuditVerification, 'Checks up to 40 blocks from a number on'), ...problem },
})

export const auditRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 100, ...filter } = c.req.valid('query')
    const rows = await listAudit(c.var.db, inTime(filter), limit + 1, cursor)
    return c.json(
      paged(rows, limit, ({ id }) => id),
      200,
    )
  })
  .openapi(facets, async (c) => c.json(await auditFacets(c.var, c.var.language), 200))
  .openapi(sheet, async (c) => {
    const { format = 'xlsx', ...filter } = c.req.valid('query')
    return attachment(c, await auditSheet(countyContext(c), inTime(filter), format, c.var.language))
  })
  .openapi(seals, async (c) => {
    const { cursor, limit = 100 } = c.req.valid('query')
    const rows = await listSeals(c.var.db, Number(cursor ?? 1e9), limit + 1)
    return c.json(
      paged(rows, limit, ({ no }) => String(no)),
      200,
    )
  })
  .openapi(digest, async (c) => {
    const { name, text } = await readBlock(countyContext(c), c.req.valid('param').no)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    c.header('content-type', 'text/plain; charset=utf-8')
    return c.body(text, 200)
  })
  .openapi(verification, async (c) =>
    c.json(await verifyAudit(countyContext(c), c.req.valid('query').from ?? 1), 200),
  )

/** Days in Asia/Shanghai as the instants between which they lie. */
function inTime<Filter extends { from?: string | undefined; to?: string | undefined }>({
  from,
  to,
  ...filter
}: Filter) {
  const start = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  return {
    ...filter,
    ...(from === undefined ? {} : { since: start(from) }),
    ...(to === undefined ? {} : { until: start(to) + 86_400_000 }),
  }
}
