import { z } from 'zod'
import { Id, Instant, LongText, PageQuery, Place, Reason } from './common.ts'
import { IssueRaised, IssueState, Severity } from './issues.ts'
import { PhotoIds, PhotoShown } from './photos.ts'

export const ComplaintKind = z.enum(['complaint', 'suggestion'])
export type ComplaintKind = z.infer<typeof ComplaintKind>

/**
 * `received` waits for the office, `doubtful` too but looks like a machine's work; `taken` up in an issue, `answered`
 * without one, `declined` with a reason.
 */
export const complaintStates = ['received', 'doubtful', 'taken', 'answered', 'declined'] as const
export const ComplaintState = z.enum(complaintStates)
export type ComplaintState = z.infer<typeof ComplaintState>

/** What its writer is told of it. */
export const ComplaintStanding = z.enum(['received', 'in_hand', 'done', 'declined'])
export type ComplaintStanding = z.infer<typeof ComplaintStanding>

const PhoneText = z.string().trim().max(40)

/** Whether the public can write to this county, and whom to ring when it cannot be taken in. */
export const ComplaintSetting = z.strictObject({ open: z.boolean(), hotline: PhoneText.nullable() })
export type ComplaintSetting = z.infer<typeof ComplaintSetting>

export const Complaint = z.object({
  id: z.string(),
  at: Instant,
  kind: ComplaintKind,
  category: z.string().nullable(),
  categoryName: z.string().nullable(),
  area: z.string().nullable(),
  areaName: z.string().nullable(),
  township: z.string().nullable(),
  location: z.string().nullable(),
  place: Place.nullable(),
  text: z.string(),
  language: z.enum(['zh', 'en']),
  state: ComplaintState,
  standing: ComplaintStanding,
  /** The issue it was taken up in. */
  issue: z.string().nullable(),
  issueNo: z.int().nullable(),
  issueState: IssueState.nullable(),
  /** How many other complaints were taken up in the same issue. */
  others: z.int(),
  reason: z.string().nullable(),
  photos: z.array(PhotoShown),
})
export type Complaint = z.infer<typeof Complaint>

export const ComplaintDetail = Complaint.extend({
  /** How to reach the writer; null where they did not say or it has been erased. */
  contact: z.string().nullable(),
  answers: z.array(z.object({ id: z.string(), at: Instant, text: z.string() })),
  /** Photos of the issue, from which some may be released to the writer. */
  issuePhotos: z.array(PhotoShown),
  released: z.array(z.string()),
})
export type ComplaintDetail = z.infer<typeof ComplaintDetail>

export const ComplaintQuery = PageQuery.extend({
  state: ComplaintState.optional(),
  category: Id.optional(),
  township: Id.optional(),
})
export type ComplaintQuery = z.infer<typeof ComplaintQuery>

/** Takes a complaint up in a new issue. `id` is the issue's, made by the client; the text is the office's own. */
export const ComplaintIssue = z.strictObject({
  id: Id,
  category: Id,
  area: Id,
  severity: Severity.optional(),
  text: LongText,
  location: z.string().trim().max(200).optional(),
  place: Place.nullable().optional(),
  /** Those of its photos that go into the issue. */
  photos: PhotoIds.optional(),
})
export type ComplaintIssue = z.infer<typeof ComplaintIssue>
export const ComplaintRaised = z.object({ complaint: Complaint, issue: IssueRaised })

/** Takes it up in an issue that is there already. */
export const ComplaintJoining = z.strictObject({ issue: Id })
/** Declines it; the writer reads the reason. */
export const ComplaintRefusal = z.strictObject({ reason: Reason })
/** Says something to the writer; `settles` where nothing more is to be done, such as with a suggestion. */
export const NewComplaintAnswer = z.strictObject({ text: Reason, settles: z.boolean() })
export type NewComplaintAnswer = z.infer<typeof NewComplaintAnswer>
/** Which of the issue's photos the writer may see. */
export const ComplaintRelease = z.strictObject({ photos: z.array(Id).max(4) })

export const ComplaintStatisticsQuery = z.strictObject({ since: z.iso.date().optional() })
/** Counts alone. `category` null: none that fitted. */
export const ComplaintStatistics = z.object({
  since: z.string(),
  rows: z.array(
    z.object({
      category: z.string().nullable(),
      name: z.string().nullable(),
      complaints: z.int(),
      suggestions: z.int(),
      waiting: z.int(),
      taken: z.int(),
      answered: z.int(),
      declined: z.int(),
    }),
  ),
})
export type ComplaintStatistics = z.infer<typeof ComplaintStatistics>
