import { z } from 'zod'
import { Instant } from './common.ts'
import { AssignmentState } from './consequences.ts'

/** Work somebody owes by a day. `lead` and `assisting` are areas or units. */
export const Assignment = z.object({
  id: z.string(),
  origin: z.enum(['consequence', 'issue', 'task', 'pledge']),
  originId: z.string(),
  text: z.string(),
  lead: z.string().nullable(),
  assisting: z.array(z.string()),
  owner: z.string().nullable(),
  dueOn: z.string(),
  state: AssignmentState,
  createdAt: Instant,
})
export type Assignment = z.infer<typeof Assignment>

export const AssignmentChange = z.strictObject({ state: AssignmentState.exclude(['cancelled']) })
export type AssignmentChange = z.infer<typeof AssignmentChange>

/** `reminded` before it is due, `overdue` once after, `escalated` to the next post; `extended` moves the due time. */
export const AssignmentEventKind = z.enum([
  'assigned',
  'transferred',
  'extended',
  'reminded',
  'overdue',
  'escalated',
  'done',
  'reopened',
  'cancelled',
])
export type AssignmentEventKind = z.infer<typeof AssignmentEventKind>
export const AssignmentEvent = z.object({
  id: z.string(),
  kind: AssignmentEventKind,
  at: Instant,
  by: z.string(),
  note: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type AssignmentEvent = z.infer<typeof AssignmentEvent>
