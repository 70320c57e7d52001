import { z } from 'zod'
import { Instant, Reason } from './common.ts'

/** `requested` by one, `confirmed` by another, `erasing` from its day on, then `erased`; or taken back, or lapsed. */
export const ErasureState = z.enum(['requested', 'confirmed', 'erasing', 'erased', 'cancelled', 'lapsed'])
export type ErasureState = z.infer<typeof ErasureState>

/** The county's code is typed by hand: a slip of the mouse erases nothing. */
export const ErasureRequest = z.strictObject({ code: z.string().min(1).max(12), reason: Reason })
export type ErasureRequest = z.infer<typeof ErasureRequest>

/** A county's erasure, and its tombstone afterwards. People stand here by the ids of their accounts alone. */
export const PlatformErasure = z.object({
  id: z.string(),
  county: z.string(),
  code: z.string(),
  state: ErasureState,
  /** Null once the county is gone. */
  reason: z.string().nullable(),
  requestedBy: z.string(),
  requestedAt: Instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  /** Nothing is deleted before. */
  dueAt: Instant,
  cancelledBy: z.string().nullable(),
  cancelledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  erasedAt: Instant.nullable(),
  /** How many rows and files there were when the erasing began. */
  rows: z.int(),
  files: z.int(),
  /** The hash of the last sealed block of its audit, for whoever kept the digests. */
  sealHash: z.string().nullable(),
})
export type PlatformErasure = z.infer<typeof PlatformErasure>

/** What a county's office is told: that it will be erased, when and why, and whether a second person has agreed. */
export const PendingErasure = z.object({
  erasure: z
    .object({
      state: ErasureState,
      reason: z.string().nullable(),
      requestedAt: Instant,
      dueAt: Instant,
      /** Whether the second person is to be one of the county's own: the platform has one administrator only. */
      mayConfirm: z.boolean(),
    })
    .nullable(),
})
export type PendingErasure = z.infer<typeof PendingErasure>
