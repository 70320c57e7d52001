import { z } from 'zod'
import { Day, Id, Instant, LongText, Name, PageQuery, Reason } from './common.ts'

/** Why a visit is made. Only `rotation` counts for a board; `anchor` and `blind` measure severity. */
export const VisitPurpose = z.enum(['rotation', 'anchor', 'blind', 'revisit'])
export type VisitPurpose = z.infer<typeof VisitPurpose>

export const VisitState = z.enum(['planned', 'done', 'cancelled'])
export type VisitState = z.infer<typeof VisitState>

export const NewVisit = z.strictObject({
  id: Id.optional(),
  purpose: VisitPurpose,
  subject: Id,
  unit: Id.optional(),
  sheet: Id.optional(),
  issue: Id.optional(),
  dueOn: Day,
})
export type NewVisit = z.infer<typeof NewVisit>

/**
 * To those who inspect, a second look reads like any other visit: `purpose` is `rotation` for them, and nothing says
 * who asked for it.
 */
export const Visit = z.object({
  id: z.string(),
  purpose: VisitPurpose,
  subject: z.string(),
  subjectName: z.string(),
  township: z.string().nullable(),
  unit: z.string().nullable(),
  inspector: z.string().nullable(),
  sheet: z.string().nullable(),
  draw: z.string().nullable(),
  issue: z.string().nullable(),
  dueOn: Day,
  state: VisitState,
  inspection: z.string().nullable(),
})
export type Visit = z.infer<typeof Visit>

/** By default the planned ones. Members of a unit see only their own. */
export const VisitQuery = PageQuery.extend({
  state: VisitState.optional(),
  unit: Id.optional(),
})
export const VisitCancellation = z.strictObject({ state: z.literal('cancelled'), reason: Reason })

/** Where a group may be sent: anywhere, only what it covers, or anywhere but there. */
export const DrawReach = z.enum(['anywhere', 'covered', 'elsewhere'])
export type DrawReach = z.infer<typeof DrawReach>

/** A draw: who inspects where, for the round; `anchors` is the share of subjects that two groups see. */
export const NewDraw = z.strictObject({
  id: Id.optional(),
  round: Id,
  sheet: Id,
  units: z.array(Id).min(1).max(50),
  /** 0.1 by default. */
  anchors: z.number().min(0).max(0.5).optional(),
  /** `anywhere` by default. */
  reach: DrawReach.optional(),
  /** At most so many subjects a group; by default all are shared out. */
  perUnit: z.int().min(1).max(500).optional(),
  dueOn: Day,
  note: LongText.optional(),
})
export type NewDraw = z.infer<typeof NewDraw>

const drawHead = {
  id: z.string(),
  board: z.string().nullable(),
  boardName: z.string().nullable(),
  round: z.string().nullable(),
  roundNo: z.int().nullable(),
  sheet: z.string(),
  dueOn: Day,
  at: Instant,
  visits: z.int(),
}
export const Draw = z.object(drawHead)
export type Draw = z.infer<typeof Draw>

/** What a draw follows from: the same input and seed give the same draw again. */
export const DrawInput = z.object({
  seed: z.string(),
  anchors: z.number(),
  perUnit: z.int().nullable(),
  units: z.array(z.object({ id: z.string(), covers: z.array(z.string()) })),
  reach: DrawReach,
  subjects: z.array(
    z.object({
      id: z.string(),
      township: z.string(),
      /** When it was last seen or is planned to be, and by which group. */
      seen: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
})
export type DrawInput = z.infer<typeof DrawInput>

export const DrawDetail = z.object({
  ...drawHead,
  note: z.string().nullable(),
  input: DrawInput,
  /** Subjects that nobody was free for. */
  left: z.array(z.string()),
  assigned: z.array(
    z.object({
      visit: z.string(),
      unit: z.string(),
      unitName: Name,
      subject: z.string(),
      subjectName: z.string(),
      township: z.string().nullable(),
      purpose: VisitPurpose,
      state: VisitState,
      inspection: z.string().nullable(),
    }),
  ),
})
export type DrawDetail = z.infer<typeof DrawDetail>
export const DrawQuery = PageQuery
