import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { AuditEntry, AuditQuery } from '../../schema/api/audit.ts'
import { page } from '../../schema/api/common.ts'
import { listAudit } from '../data/audit.ts'
import { json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/audit',
  ...may('audit.read'),
  request: { query: AuditQuery },
  responses: { 200: json(page(AuditEntry), 'Who did what, newest first'), ...problem },
})

export const auditRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(
  list,
  async (c) => {
    const { cursor, limit = 100, target } = c.req.valid('query')
    const rows = await listAudit(c.var.db, target, limit + 1, cursor)
    return c.json(
      paged(rows, limit, ({ id }) => id),
      200,
    )
  },
)
