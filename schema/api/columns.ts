import { z } from 'zod'
import { Day, Id, Instant, LongText, Name, PageQuery, Reason } from './common.ts'
import { PhotoMime } from './photos.ts'

/** 经验做法 · 曝光台 */
export const columnKinds = ['practice', 'exposure'] as const
export const ColumnKind = z.enum(columnKinds)
export type ColumnKind = z.infer<typeof ColumnKind>

/**
 * `published` and `rectified` stand in the column, the latter as the closed issue of an exposure, before and after;
 * `expired` and `withdrawn` stood there. `discarded` never did, and can be taken up again.
 */
export const columnStates = [
  'draft',
  'in_review',
  'published',
  'rectified',
  'expired',
  'withdrawn',
  'discarded',
] as const
export const ColumnState = z.enum(columnStates)
export type ColumnState = z.infer<typeof ColumnState>

/** Who may read an article once published: the county's members, or everybody where the county's columns are public. */
export const ColumnVisibility = z.enum(['members', 'public'])
export type ColumnVisibility = z.infer<typeof ColumnVisibility>

/** A photo of an article. Marked for blur it is shown to nobody but in its blurred copy. */
export const ColumnPhotoGiven = z.strictObject({
  photo: Id,
  caption: z.string().trim().max(100).optional(),
  blur: z.boolean().optional(),
})
export type ColumnPhotoGiven = z.infer<typeof ColumnPhotoGiven>

const given = {
  title: Name,
  /** Plain paragraphs, parted by line breaks; HTML stays text. */
  text: LongText,
  /** The place it is about: the county, a township, village, village group or grid; never a household. */
  area: Id,
  visibility: ColumnVisibility,
  /** The last day on which it stands in the column, in Asia/Shanghai. */
  expiresOn: Day,
  photos: z.array(ColumnPhotoGiven).max(9),
}

/** The body of `PUT …/columns/{id}`: a draft under an id of the client's. An exposure names the issue it is about. */
export const NewColumn = z.strictObject({
  kind: ColumnKind,
  issue: Id.optional(),
  ...given,
  visibility: ColumnVisibility.default('members'),
  photos: given.photos.default([]),
})
export type NewColumn = z.infer<typeof NewColumn>

/** `version` is the article's as it was seen; another's change meanwhile is a conflict. */
export const ColumnChange = z.strictObject({ version: z.int().min(1), ...z.object(given).partial().shape })
export type ColumnChange = z.infer<typeof ColumnChange>
export const ColumnSubmission = z.strictObject({ version: z.int().min(1) })
export const ColumnReturn = z.strictObject({ version: z.int().min(1), reason: Reason })
/** `despiteNames`: the reviewer has seen which known names stand in the text, and lets them stand. */
export const ColumnPublication = z.strictObject({
  version: z.int().min(1),
  despiteNames: z.boolean().optional(),
})
export type ColumnPublication = z.infer<typeof ColumnPublication>
export const ColumnWithdrawal = z.strictObject({ reason: Reason })
export const ColumnMark = z.strictObject({ blur: z.boolean() })
/** The query of a blurred copy's upload. */
export const ColumnCopyUpload = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** `after` is what the closed issue of an exposure looked like at its closing. */
export const ColumnPhotoRole = z.enum(['shown', 'after'])
export type ColumnPhotoRole = z.infer<typeof ColumnPhotoRole>
/**
 * `url` is the picture as readers get it: the blurred copy where there is one, else the photo without metadata; null
 * where it is marked and there is no copy yet. `originalUrl` stands only for those who write and review.
 */
export const ColumnPhoto = z.object({
  photo: z.string(),
  role: ColumnPhotoRole,
  caption: z.string(),
  blur: z.boolean(),
  blurred: z.boolean(),
  mime: PhotoMime,
  width: z.int(),
  height: z.int(),
  url: z.string().nullable(),
  originalUrl: z.string().nullable(),
})
export type ColumnPhoto = z.infer<typeof ColumnPhoto>

const head = {
  id: z.string(),
  kind: ColumnKind,
  state: ColumnState,
  title: z.string(),
  area: z.string(),
  areaName: z.string(),
  township: z.string().nullable(),
  visibility: ColumnVisibility,
  expiresOn: Day,
  /** When it leaves the column by itself, while it stands there. */
  endsAt: Instant.nullable(),
  issue: z.string().nullable(),
  version: z.int(),
  /** When it came into the state it is in. */
  at: Instant,
  publishedAt: Instant.nullable(),
  /** Why it was returned or withdrawn; `issue_…` where the issue's own step withdrew it. */
  reason: z.string().nullable(),
}
export const ColumnArticle = z.object(head)
export type ColumnArticle = z.infer<typeof ColumnArticle>

/** What keeps an article from being submitted or published. */
export const ColumnObstacle = z.enum(['past', 'no_issue', 'issue_settled', 'unblurred'])
export type ColumnObstacle = z.infer<typeof ColumnObstacle>

export const ColumnDetail = z.object({
  ...head,
  text: z.string(),
  photos: z.array(ColumnPhoto),
  /** The number of the issue an exposure is about. */
  issueNo: z.int().nullable(),
  /** Whether the caller has written on it, and so leaves the review to others. */
  own: z.boolean(),
  obstacles: z.array(ColumnObstacle),
  /** Names of known persons that stand in title, text or captions; for those who write and review. */
  names: z.array(z.string()),
})
export type ColumnDetail = z.infer<typeof ColumnDetail>

/** Without `state`: what stands in the columns now. The newest change first. */
export const ColumnQuery = PageQuery.extend({
  state: ColumnState.optional(),
  kind: ColumnKind.optional(),
  township: Id.optional(),
})
export type ColumnQuery = z.infer<typeof ColumnQuery>

/** A county's own choice: whether its columns have public pages, and how many days an exposure stands as rectified. */
export const ColumnRule = z.strictObject({
  public: z.boolean(),
  rectifiedDays: z.int().min(1).max(90),
})
export type ColumnRule = z.infer<typeof ColumnRule>

/** An article as anybody may read it. */
export const PublicColumn = z.object({
  id: z.string(),
  kind: ColumnKind,
  state: z.enum(['published', 'rectified']),
  title: z.string(),
  text: z.string(),
  areaName: z.string(),
  publishedAt: Instant,
  /** When it came into its state: for a rectified one, when that was. */
  at: Instant,
  expiresOn: Day,
  photos: z.array(
    z.object({
      role: ColumnPhotoRole,
      caption: z.string(),
      width: z.int(),
      height: z.int(),
      /** Path on this site. */
      url: z.string(),
    }),
  ),
})
export type PublicColumn = z.infer<typeof PublicColumn>
export const PublicColumnQuery = z.strictObject({
  kind: ColumnKind.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})
export type PublicColumnQuery = z.infer<typeof PublicColumnQuery>
