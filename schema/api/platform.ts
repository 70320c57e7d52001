import { z } from 'zod'
import { Instant, PageQuery, Reason } from './common.ts'
import { CountyStatus } from './identity.ts'

/** A county as the platform's administrators see it: nothing of what is inside. */
export const PlatformCounty = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  province: z.string(),
  city: z.string(),
  office: z.string(),
  status: CountyStatus,
  shard: z.int(),
  villages: z.int(),
  createdAt: Instant,
  approvedAt: Instant.nullable(),
  /** Since when the platform has suspended it, and why. */
  suspendedAt: Instant.nullable(),
  suspendedFor: z.string().nullable(),
})
export type PlatformCounty = z.infer<typeof PlatformCounty>

export const PlatformStatus = z.enum(['trial', 'approved', 'suspended'])
export type PlatformStatus = z.infer<typeof PlatformStatus>
export const PlatformQuery = PageQuery.extend({
  status: PlatformStatus.optional(),
  /** Part of a name, or a code's beginning. */
  q: z.string().trim().max(50).optional(),
})
export const Suspension = z.strictObject({ reason: Reason })

/** The whole service at a glance. */
export const PlatformOverview = z.object({
  /** How many counties; a suspended one counts as suspended alone. */
  counties: z.object({ trial: z.int(), approved: z.int(), suspended: z.int() }),
  shards: z.array(z.object({ shard: z.int(), counties: z.int(), villages: z.int() })),
  health: z.object({
    checkedAt: Instant,
    /** Counties whose work should have been done over ten minutes ago. */
    overdue: z.int(),
    /** The oldest work still waiting, and by how many seconds it is late; 0 where nothing waits. */
    oldestDueAt: Instant.nullable(),
    lateBy: z.int(),
    /** Work given up and not done since. */
    dead: z.int(),
  }),
})
export type PlatformOverview = z.infer<typeof PlatformOverview>

/** Work of one county that was given up after its retries and has not succeeded since. */
export const DeadLetter = z.object({
  county: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  kind: z.string(),
  error: z.string(),
  failures: z.int(),
  deaths: z.int(),
  firstAt: Instant,
  lastAt: Instant,
})
export type DeadLetter = z.infer<typeof DeadLetter>
