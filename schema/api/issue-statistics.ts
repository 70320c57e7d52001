import { z } from 'zod'
import { Day, Id, Name } from './common.ts'

/** The ledger in figures, for those whom it concerns: a township's members see their own. */
export const IssueTally = z.object({
  open: z.int(),
  overdue: z.int(),
  /** Rectified and waiting for somebody to look. */
  awaitingVerification: z.int(),
  closedThisWeek: z.int(),
  /** `closed` in the last 30 days, and how many of those had been rectified in time or came back. */
  townships: z.array(
    z.object({
      township: z.string(),
      open: z.int(),
      overdue: z.int(),
      closed: z.int(),
      onTime: z.int(),
      relapses: z.int(),
    }),
  ),
})
export type IssueTally = z.infer<typeof IssueTally>

export const NewSavedFilter = z.strictObject({
  id: Id.optional(),
  list: z.enum(['issues']),
  name: Name,
  query: z.string().max(500),
  shared: z.boolean(),
})
export const SavedFilterQuery = z.strictObject({ list: z.enum(['issues']).optional() })
export const SavedFilter = z.object({
  id: z.string(),
  list: z.string(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
})
export type SavedFilter = z.infer<typeof SavedFilter>

/** How many closed issues a revisit found again; `key` is a village, a unit or area that led, or a member that closed them. */
export const Relapse = z.object({ key: z.string(), name: z.string(), closed: z.int(), relapsed: z.int() })
export type Relapse = z.infer<typeof Relapse>
export const RelapseQuery = z.strictObject({
  by: z.enum(['village', 'unit', 'verifier']),
  /** Closed from that day on; by default in the last 90 days. */
  from: Day.optional(),
})
export type RelapseQuery = z.infer<typeof RelapseQuery>

/** Which closed issues are looked at again: a share of all, after so many days; a repeat offender's always are. */
export const RevisitRule = z.strictObject({
  afterDays: z.int().min(1).max(365),
  share: z.number().min(0).max(1),
  /** A village with so many relapses within `withinDays` is a repeat offender. */
  relapses: z.int().min(1).max(100),
  withinDays: z.int().min(1).max(365),
})
export type RevisitRule = z.infer<typeof RevisitRule>
