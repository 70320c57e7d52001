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

/** A block that seals the audit: its number, how many rows it covers (`late` of them after their time), its hash. */
export const AuditSeal = z.object({
  no: z.int(),
  rows: z.int(),
  late: z.int(),
  /** SHA-256 in hex; covers the block's rows and the block before. */
  hash: z.string(),
  sealedAt: Instant,
})
export type AuditSeal = z.infer<typeof AuditSeal>

export const AuditSealQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

/** A block's number in an address. */
export const BlockNo = z.coerce.number().int().min(1).max(999_999_999)

/**
 * What a check found: in which block, and for a row its id. Never a row's contents. `unguarded` is of the database
 * (block 0): the triggers that keep the audit as it is are gone.
 */
export const AuditFinding = z.object({
  kind: z.enum([
    'row_changed',
    'row_removed',
    'row_added',
    'block_differs',
    'block_missing',
    'chain_broken',
    'digest_missing',
    'unguarded',
  ]),
  block: z.int(),
  row: z.string().nullable(),
})
export type AuditFinding = z.infer<typeof AuditFinding>

export const AuditVerificationQuery = z.strictObject({ from: BlockNo.optional() })

/** One step of checking the audit, of at most 40 blocks: what was looked at, what was found, and where to go on. */
export const AuditVerification = z.object({
  from: z.int(),
  to: z.int(),
  rows: z.int(),
  findings: z.array(AuditFinding),
  next: z.int().nullable(),
  head: AuditSeal.pick({ no: true, hash: true, sealedAt: true }).nullable(),
  /** Rows that no block covers yet; only the last step counts them. */
  unsealed: z.int(),
})
export type AuditVerification = z.infer<typeof AuditVerification>
