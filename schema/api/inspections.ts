import { z } from 'zod'
import { AreaLevel } from './areas.ts'
import { Day, Id, Instant, LongText, Name, PageQuery, Place, Reason } from './common.ts'
import { PhotoIds, PhotoShown } from './photos.ts'

/** `deductions`: points off for each finding. `checklist`: yes, no or not applicable, yes over yes and no. */
export const SheetMethod = z.enum(['deductions', 'checklist'])
export type SheetMethod = z.infer<typeof SheetMethod>

const Key = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9_-]+$/)
const Points = z.number().min(0).max(1000)

/** Points off, each time; together never more than the item's maximum. */
export const Deduction = z.strictObject({
  key: Key,
  name: Name,
  points: Points,
  /** The issue category a finding of this kind is, so that it becomes an issue with one tap. */
  category: Id.optional(),
})
export type Deduction = z.infer<typeof Deduction>

/**
 * `max` in points. Where an optional item is not scored, its points are shared by the others in proportion. An item
 * of a checklist has no deductions.
 */
export const SheetItem = z.strictObject({
  key: Key,
  name: Name,
  max: Points,
  optional: z.boolean().optional(),
  deductions: z.array(Deduction).max(40),
})
export type SheetItem = z.infer<typeof SheetItem>
export const SheetItems = z.array(SheetItem).min(1).max(60)
export type SheetItems = z.infer<typeof SheetItems>

export const NewScoringSheet = z.strictObject({
  name: Name,
  subject: AreaLevel.exclude(['county']),
  method: SheetMethod,
  items: SheetItems,
  template: Key.optional(),
})
export type NewScoringSheet = z.infer<typeof NewScoringSheet>

export const ScoringSheet = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  subject: AreaLevel,
  method: SheetMethod,
  items: SheetItems,
  template: z.string().nullable(),
  current: z.boolean(),
  /** Whether an inspection has used this version, which freezes it. */
  used: z.boolean(),
  createdAt: Instant,
})
export type ScoringSheet = z.infer<typeof ScoringSheet>

/** Why a visit is made. Only `rotation` counts for a board; `anchor` and `blind` measure severity. */
export const VisitPurpose = z.enum(['rotation', 'anchor', 'blind', 'revisit'])
export type VisitPurpose = z.infer<typeof VisitPurpose>

/** One kind of deduction found: how often, with what to show for it. */
export const Finding = z.strictObject({
  item: Key,
  deduction: Key,
  count: z.int().min(1).max(999),
  note: z.string().trim().max(1000).optional(),
  photos: PhotoIds.optional(),
})
export type Finding = z.infer<typeof Finding>
export const Findings = z.array(Finding).max(300)
export type Findings = z.infer<typeof Findings>

/** Answers of a checklist, and optional items left out (`na`), by the item's key. */
export const Answers = z.record(Key, z.enum(['yes', 'no', 'na']))
export type Answers = z.infer<typeof Answers>

/** The body of `PUT …/inspections/{id}`; `id` is made by the client. */
export const NewInspection = z.strictObject({
  sheet: Id,
  version: z.int().min(1),
  subject: Id,
  /** The group it is made for; by default the member's own unit. */
  unit: Id.optional(),
  /** The planned visit it carries out. */
  visit: Id.optional(),
  startedAt: Instant,
  endedAt: Instant,
  place: Place.nullable().optional(),
  findings: Findings,
  answers: Answers,
  note: z.string().trim().max(4000).optional(),
  photos: PhotoIds.optional(),
})
export type NewInspection = z.infer<typeof NewInspection>

export const Inspection = z.object({
  id: z.string(),
  sheet: z.string(),
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
  /** Issues raised from it. */
  issues: z.array(z.string()),
})
export type InspectionDetail = z.infer<typeof InspectionDetail>
export const InspectionQuery = PageQuery.extend({
  subject: Id.optional(),
  township: Id.optional(),
  unit: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export const Annulment = z.strictObject({ reason: Reason })

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
  state: z.enum(['planned', 'done', 'cancelled']),
  inspection: z.string().nullable(),
})
export type Visit = z.infer<typeof Visit>

/** A draw: who inspects where, for the round; `anchors` is the share of subjects that two groups see. */
export const NewDraw = z.strictObject({
  id: Id.optional(),
  round: Id,
  sheet: Id,
  units: z.array(Id).min(1).max(50),
  anchors: z.number().min(0).max(0.5).optional(),
  dueOn: Day,
  note: LongText.optional(),
})
export type NewDraw = z.infer<typeof NewDraw>
