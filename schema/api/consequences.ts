import { z } from 'zod'
import { Day, Id, Instant, LongText, PageQuery, Reason } from './common.ts'
import { Amendment, Band, ConsequenceKind, Post } from './ranking.ts'

export const ObjectionState = z.enum(['pending', 'upheld', 'rejected'])
export type ObjectionState = z.infer<typeof ObjectionState>
export const Objection = z.object({
  id: z.string(),
  round: z.string(),
  subject: z.string(),
  name: z.string(),
  text: z.string(),
  state: ObjectionState,
  filedAt: Instant,
  reason: z.string().nullable(),
  amendments: z.array(Amendment),
  ruledAt: Instant.nullable(),
})
export type Objection = z.infer<typeof Objection>

/** `paused` while the subject's objection is pending; `cancelled` where a correction took the band away. */
export const ConsequenceState = z.enum(['proposed', 'paused', 'recorded', 'cancelled'])
export type ConsequenceState = z.infer<typeof ConsequenceState>

/** Who held a post when the consequence was made. `holder` is null where the county has not said. */
export const FrozenPost = z.object({
  post: Post,
  area: z.string(),
  areaName: z.string(),
  holder: z.string().nullable(),
})
export type FrozenPost = z.infer<typeof FrozenPost>

export const InterviewRecord = z.strictObject({
  heldAt: Instant,
  attendees: z.array(z.string().trim().min(1).max(100)).min(1).max(50),
  summary: LongText,
  commitments: z.array(z.strictObject({ text: LongText, dueOn: Day })).max(30),
  followUpOn: Day.nullable(),
})
export type InterviewRecord = z.infer<typeof InterviewRecord>

export const Consequence = z.object({
  id: z.string(),
  kind: ConsequenceKind,
  band: Band,
  round: z.string(),
  roundNo: z.int(),
  township: z.string().nullable(),
  townshipName: z.string().nullable(),
  subjects: z.array(z.string()),
  subjectNames: z.array(z.string()),
  posts: z.array(FrozenPost),
  state: ConsequenceState,
  reason: z.string().nullable(),
  dueOn: Day,
  record: InterviewRecord.nullable(),
})
export type Consequence = z.infer<typeof Consequence>
export const ConsequenceQuery = PageQuery.extend({
  kind: ConsequenceKind.optional(),
  state: ConsequenceState.optional(),
  round: Id.optional(),
})

export const AssignmentState = z.enum(['open', 'done', 'cancelled'])
export type AssignmentState = z.infer<typeof AssignmentState>

export const NewObjection = z.strictObject({ id: Id.optional(), subject: Id, text: LongText })
export const Ruling = z.strictObject({
  upheld: z.boolean(),
  reason: Reason,
  amendments: z.array(Amendment).max(50).optional(),
})
