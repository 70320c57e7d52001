import type { Place } from '../../../schema/api/common.ts'
import type { NewPatrol } from '../../../schema/api/field.ts'
import type { NewInspection } from '../../../schema/api/inspections.ts'
import type { IssueStep, NewIssue } from '../../../schema/api/issues.ts'
import type { PhotoRole } from '../../../schema/api/photos.ts'

/** Whose records these are: one account in one county. Nobody else on the phone ever sees or sends them. */
export type Owner = { account: string; county: string; member: string }

/** What a visit leaves behind, as the service takes it; `photos` are added when it is sent. */
export type Body =
  | { kind: 'inspection'; record: Partial<NewInspection> }
  | { kind: 'issue'; record: Partial<NewIssue> }
  | { kind: 'step'; issue: string; record: Partial<IssueStep> }
  | { kind: 'patrol'; record: Partial<NewPatrol> }

/**
 * `draft` still being written; `waiting` to be sent; `sending` now; `sent` and acknowledged; `refused` by the service,
 * with the reason. A refused record becomes a draft again when its owner mends it; nothing unacknowledged is dropped
 * but by its owner's own hand.
 */
export type SendState = 'draft' | 'waiting' | 'sending' | 'sent' | 'refused'

/** What the service said when it refused. */
export type Refusal = {
  status: number
  code: string
  title: string
  detail: string
  errors: readonly { path: string; message: string }[]
}

export type FieldRecord = {
  /** The client-made id under which the service keeps it: the same again changes nothing. */
  id: string
  /** Key of the owner, see `ownerKey`. */
  owner: string
  body: Body
  /** Name of the village, or of the issue, for lists. */
  title: string
  /** Epoch ms, by the phone's clock; records are sent in the order of `madeAt`, then `id`. */
  madeAt: number
  changedAt: number
  state: SendState
  attempts: number
  /** Not before then (epoch ms); null when at once. */
  nextAt: number | null
  refusal: Refusal | null
  sentAt: number | null
  /** Form of `body` when it was written: a later version of the app brings it up to date before it is sent. */
  form: number
}

export type FieldPhoto = {
  id: string
  owner: string
  record: string
  /** The deduction it shows (`item/deduction`), or null for the record as a whole. */
  of: string | null
  role: PhotoRole
  /** Null until the photo is shrunk. */
  sha256: string | null
  thumbnailSha256: string | null
  /** SHA-256 of the file as picked. */
  source: string | null
  takenAt: string | null
  place: Place | null
  bytes: number
  state: SendState
  /** Sent part, 0 to 1. */
  progress: number
  attempts: number
  nextAt: number | null
  refusal: Refusal | null
  position: number
}

/** How much room is left: `low` warns, `full` refuses new photos rather than dropping old ones. */
export type Room = {
  state: 'enough' | 'low' | 'full'
  used: number
  quota: number | null
  persisted: boolean
}

/** The form that records are written in today. */
export const currentForm = 1
