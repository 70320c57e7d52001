import { z } from 'zod'
import { Day, Id, Instant, LongText, PageQuery } from './common.ts'
import { AssignmentState, Stage } from './consequences.ts'
import { ConsequenceKind } from './ranking.ts'

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

export const AssignmentChange = z.strictObject({
  state: AssignmentState.exclude(['cancelled']),
  note: LongText.optional(),
})
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

/** What was promised in an interview, with everything that happened to it, in order. */
export const Commitment = Assignment.extend({
  township: z.string().nullable(),
  /** When the day it was due on had passed without its being done. */
  overdueAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  events: z.array(AssignmentEvent),
})
export type Commitment = z.infer<typeof Commitment>

/** A commitment with the interview it was made in. */
export const ListedCommitment = Commitment.extend({
  interview: z.object({
    id: z.string(),
    kind: ConsequenceKind,
    stage: Stage,
    followUpOn: Day.nullable(),
    townshipName: z.string().nullable(),
    subjectNames: z.array(z.string()),
  }),
})
export type ListedCommitment = z.infer<typeof ListedCommitment>

/** `dueFrom` and `dueBy`: calendar days, both included. */
export const CommitmentQuery = PageQuery.extend({
  state: AssignmentState.optional(),
  dueFrom: Day.optional(),
  dueBy: Day.optional(),
  township: Id.optional(),
})
