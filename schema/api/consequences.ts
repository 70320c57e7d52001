import { z } from 'zod'
import { Day, Id, Instant, LongText, Name, PageQuery, Reason } from './common.ts'
import { PhotoIds, PhotoShown } from './photos.ts'
import { Amendment, Band, ConsequenceKind, Post } from './ranking.ts'

export const ObjectionState = z.enum(['pending', 'upheld', 'rejected', 'withdrawn'])
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
  /** When it was ruled on or withdrawn. */
  ruledAt: Instant.nullable(),
  /** Filed by whoever asks: its own to withdraw while it is pending. */
  mine: z.boolean(),
  photos: z.array(PhotoShown),
})
export type Objection = z.infer<typeof Objection>

/** `paused` while the subject's objection is pending; `cancelled` where a correction took the band away. */
export const ConsequenceState = z.enum(['proposed', 'paused', 'recorded', 'cancelled'])
export type ConsequenceState = z.infer<typeof ConsequenceState>

/**
 * Where it stands on the way from the proposal to the end: `recorded` in full. Nothing is looked at again after `held`
 * unless a follow-up day is set; `done` ends it.
 */
export const Stage = z.enum(['proposed', 'scheduled', 'paused', 'held', 'follow_up', 'done', 'cancelled'])
export type Stage = z.infer<typeof Stage>

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

/** When and where an interview is to be held, and who holds it. */
export const Schedule = z.strictObject({
  at: Instant,
  venue: z.string().trim().min(1).max(200),
  host: Name,
})
export type Schedule = z.infer<typeof Schedule>
export const FollowUp = z.strictObject({ on: Day })
export const Completion = z.strictObject({ note: LongText.optional() })
export const Cancellation = z.strictObject({ reason: Reason })

/** What was promised in an interview, counted. `nextDueOn` is the first day on which an open promise is due. */
export const PromiseCount = z.object({ open: z.int(), done: z.int(), nextDueOn: Day.nullable() })
export type PromiseCount = z.infer<typeof PromiseCount>

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
  stage: Stage,
  reason: z.string().nullable(),
  dueOn: Day,
  schedule: Schedule.nullable(),
  record: InterviewRecord.nullable(),
  followUpOn: Day.nullable(),
  completedAt: Instant.nullable(),
  completionNote: z.string().nullable(),
  /** Cancelled by somebody, so that it can be called back; not by a correction. */
  cancelledByHand: z.boolean(),
  promises: PromiseCount,
})
export type Consequence = z.infer<typeof Consequence>
export const ConsequenceQuery = PageQuery.extend({
  kind: ConsequenceKind.optional(),
  state: ConsequenceState.optional(),
  stage: Stage.optional(),
  round: Id.optional(),
  township: Id.optional(),
})

/** A step of a consequence, as the audit keeps it. `by` is a member's, token's or job's id. */
export const ConsequenceEvent = z.object({ id: z.string(), at: Instant, verb: z.string(), by: z.string() })
export type ConsequenceEvent = z.infer<typeof ConsequenceEvent>

export const AssignmentState = z.enum(['open', 'done', 'cancelled'])
export type AssignmentState = z.infer<typeof AssignmentState>

export const NewObjection = z.strictObject({
  id: Id.optional(),
  subject: Id,
  text: LongText,
  photos: PhotoIds.optional(),
})
export const Ruling = z.strictObject({
  upheld: z.boolean(),
  reason: Reason,
  amendments: z.array(Amendment).max(50).optional(),
})

const BannerSubject = z.object({ subject: z.string(), name: z.string(), townshipName: z.string().nullable() })

/** The travelling red banner (流动红旗) of a board: who holds it after the newest published round, and how it travelled. */
export const Banner = z.object({
  board: z.string(),
  /** Null before the first publication. */
  asOf: z.object({ round: z.string(), no: z.int(), publishedAt: Instant }).nullable(),
  /** Whether the board's rules commend anybody at all. */
  ruled: z.boolean(),
  holders: z.array(
    BannerSubject.extend({
      consequence: z.string(),
      since: z.object({ no: z.int(), publishedAt: Instant }),
      /** How many rounds running. */
      rounds: z.int(),
      /** It was held before the oldest round that was looked at. */
      earlier: z.boolean(),
    }),
  ),
  /** The newest first. */
  passings: z.array(
    z.object({
      round: z.string(),
      no: z.int(),
      publishedAt: Instant,
      gained: z.array(BannerSubject),
      lost: z.array(BannerSubject),
    }),
  ),
})
export type Banner = z.infer<typeof Banner>
