import { z } from 'zod'
import { Day, Id, Instant, PageQuery, Place, Reason } from './common.ts'
import { AwaitedPhotos, PhotoIds, PhotoShown } from './photos.ts'
import { ItemKey, ScoringSheet } from './scoring-sheets.ts'
import { VisitPurpose } from './visits.ts'

/** One kind of deduction found: how often, with what to show for it. */
export const Finding = z.strictObject({
  item: ItemKey,
  deduction: ItemKey,
  count: z.int().min(1).max(999),
  note: z.string().trim().max(1000).optional(),
  photos: PhotoIds.optional(),
})
export type Finding = z.infer<typeof Finding>
export const Findings = z.array(Finding).max(300)
export type Findings = z.infer<typeof Findings>

/** Answers of a checklist, and optional items left out (`na`), by the item's key. */
export const Answers = z.record(ItemKey, z.enum(['yes', 'no', 'na']))
export type Answers = z.infer<typeof Answers>

/** The body of `PUT …/inspections/{id}`; `id` is made by the client. */
export const NewInspection = z.strictObject({
  sheet: Id,
  version: z.int().min(1),
  subject: Id,
  /** The group it is made for; by default the member's own unit, for a township's members the township. */
  unit: Id.optional(),
  /** The planned visit it carries out; by default the unit's next one to the subject, where there is one. */
  visit: Id.optional(),
  startedAt: Instant,
  endedAt: Instant,
  place: Place.nullable().optional(),
  findings: Findings,
  answers: Answers,
  note: z.string().trim().max(4000).optional(),
  photos: PhotoIds.optional(),
  awaiting: AwaitedPhotos.optional(),
})
export type NewInspection = z.infer<typeof NewInspection>

export const Inspection = z.object({
  id: z.string(),
  sheet: z.string(),
  sheetName: z.string(),
  version: z.int(),
  subject: z.string(),
  subjectName: z.string(),
  township: z.string().nullable(),
  purpose: VisitPurpose,
  visit: z.string().nullable(),
  inspector: z.string(),
  unit: z.string().nullable(),
  startedAt: Instant,
  endedAt: Instant,
  receivedAt: Instant,
  /** 0–100 to two decimals; null where no item was scored. */
  score: z.number().nullable(),
  annulled: z.object({ at: Instant, reason: z.string() }).nullable(),
})
export type Inspection = z.infer<typeof Inspection>

export const InspectionDetail = Inspection.extend({
  place: Place.nullable(),
  findings: Findings,
  answers: Answers,
  note: z.string().nullable(),
  photos: z.array(PhotoShown),
  /** The version of the sheet it was made with. */
  of: ScoringSheet.pick({ name: true, method: true, items: true }),
  /** Issues raised from it. */
  issues: z.array(z.string()),
})
export type InspectionDetail = z.infer<typeof InspectionDetail>

export const InspectionQuery = PageQuery.extend({
  subject: Id.optional(),
  township: Id.optional(),
  unit: Id.optional(),
  sheet: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type InspectionQuery = z.infer<typeof InspectionQuery>
export const Annulment = z.strictObject({ reason: Reason })

/** An inspection behind a value of a round; a late one is listed but not counted. */
export const CountedInspection = z.object({
  source: z.string(),
  id: z.string(),
  subject: z.string(),
  unit: z.string().nullable(),
  endedAt: Instant,
  score: z.number(),
  late: z.boolean(),
})
export type CountedInspection = z.infer<typeof CountedInspection>
