import { z } from 'zod'
import { BulletinContent, DataValues } from './bulletin-content.ts'
import { Day, Id, Instant, Name, PageQuery, Reason } from './common.ts'

export const BulletinKind = z.enum(['daily', 'weekly', 'special'])
export type BulletinKind = z.infer<typeof BulletinKind>
/** `draft` may be changed; `issued` is frozen; `withdrawn` stays known by its reason; `discarded` never was. */
export const BulletinState = z.enum(['draft', 'issued', 'withdrawn', 'discarded'])
export type BulletinState = z.infer<typeof BulletinState>
/** Who may read it once issued: the county's members, or everybody. */
export const BulletinVisibility = z.enum(['members', 'public'])
export type BulletinVisibility = z.infer<typeof BulletinVisibility>

/** The body of `POST …/bulletins`: a draft composed from the data of the days `from`–`to`, both included. */
export const NewBulletin = z.strictObject({
  id: Id.optional(),
  kind: BulletinKind,
  /** The county, by default, or a township that issues its own. */
  owner: Id.optional(),
  from: Day,
  to: Day,
  /** For `weekly`: the published round it reports on. */
  round: Id.optional(),
  title: Name.optional(),
})
export type NewBulletin = z.infer<typeof NewBulletin>

/** `version` is the draft's as it was seen: another's change meanwhile is a conflict, and nothing is lost. */
export const BulletinChange = z.strictObject({
  version: z.int().min(1),
  title: Name.optional(),
  /** The name over the red rule; null leaves the paper without one. */
  issuer: Name.nullable().optional(),
  /** Typed by hand, such as 〔2026〕3号 or 第12期; the service never makes one up. */
  number: z.string().trim().max(60).nullable().optional(),
  visibility: BulletinVisibility.optional(),
  content: BulletinContent.optional(),
})
export type BulletinChange = z.infer<typeof BulletinChange>
export const BulletinIssue = z.strictObject({ version: z.int().min(1) })
export const BulletinWithdrawal = z.strictObject({ reason: Reason })

const head = {
  id: z.string(),
  kind: BulletinKind,
  state: BulletinState,
  owner: z.string(),
  ownerName: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  visibility: BulletinVisibility,
  from: Day,
  to: Day,
  round: z.string().nullable(),
  version: z.int(),
  createdAt: Instant,
  issuedAt: Instant.nullable(),
  withdrawn: z.object({ at: Instant, reason: z.string() }).nullable(),
}
export const Bulletin = z.object(head)
export type Bulletin = z.infer<typeof Bulletin>

/** `data` holds what each data block shows: as of now for a draft, as of its issue for an issued one. */
export const BulletinDetail = z.object({ ...head, content: BulletinContent, data: DataValues })
export type BulletinDetail = z.infer<typeof BulletinDetail>

export const BulletinQuery = PageQuery.extend({
  state: BulletinState.optional(),
  kind: BulletinKind.optional(),
  owner: Id.optional(),
})
export type BulletinQuery = z.infer<typeof BulletinQuery>

/** Text to paste into a chat group, with the link where there is something to open. */
export const ChatText = z.object({ text: z.string() })
export type ChatText = z.infer<typeof ChatText>

/** Whether the clock drafts bulletins: the daily one at 18:00 on working days, the weekly one when a round is published. */
const Drafting = z.enum(['off', 'draft'])
export const BulletinRules = z.strictObject({ daily: Drafting, weekly: Drafting })
export type BulletinRules = z.infer<typeof BulletinRules>
