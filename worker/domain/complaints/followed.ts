import type { ComplaintKind, ComplaintStanding } from '../../../schema/api/complaints.ts'

/** What the holder of a tracking code reads. Nothing in it says who works on it, nor who else wrote. */
export type Followed = {
  at: string
  kind: ComplaintKind
  text: string
  areaName: string | null
  location: string | null
  standing: ComplaintStanding
  /** When the issue it was taken up in was closed. */
  closedAt: string | null
  others: number
  reason: string | null
  answers: { id: string; at: string; text: string }[]
  /** Photos the office has released, as JPEG data addresses: no address of their own that could be handed on. */
  pictures: string[]
}
