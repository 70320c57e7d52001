import { z } from 'zod'
import { Id, Instant, PageQuery } from './common.ts'

export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  actor: z.string(),
  verb: z.string(),
  target: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export const AuditQuery = PageQuery.extend({ target: Id.optional() })
