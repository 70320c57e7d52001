import { z } from 'zod'
import { Day, Id, Instant, PageQuery } from './common.ts'

export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  actor: z.string(),
  verb: z.string(),
  target: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const filters = {
  target: Id.optional(),
  /** A member's, token's or job's id. */
  actor: Id.optional(),
  verb: z
    .string()
    .max(60)
    .regex(/^[a-z_]+\.[a-z_.-]+$/)
    .optional(),
  /** What a verb begins with, such as `round`: everything done to things of that kind. */
  kind: z
    .string()
    .max(40)
    .regex(/^[a-z_]+$/)
    .optional(),
  /** Days in Asia/Shanghai, both included. */
  from: Day.optional(),
  to: Day.optional(),
}
export const AuditQuery = PageQuery.extend(filters)
export const AuditSheetQuery = z.strictObject({ ...filters, format: z.enum(['xlsx', 'csv']).optional() })

/** The verbs a county's audit has, and the people and machines in it: what can be filtered by. */
export const AuditFacets = z.object({
  verbs: z.array(z.string()),
  actors: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
})
export type AuditFacets = z.infer<typeof AuditFacets>
