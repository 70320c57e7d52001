import { z } from 'zod'
import { AreaLevel } from './areas.ts'
import { Id, Instant, Name, PageQuery } from './common.ts'

/** `deductions`: points off for each finding. `checklist`: yes, no or not applicable, yes over yes and no. */
export const SheetMethod = z.enum(['deductions', 'checklist'])
export type SheetMethod = z.infer<typeof SheetMethod>

export const ItemKey = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9_-]+$/)
/** At most two decimals, so that scores are counted in whole hundredths. */
const Points = z
  .number()
  .min(0)
  .max(1000)
  .refine((points) => Math.round(points * 100) / 100 === points)

/** Points off, each time; together never more than the item's maximum. */
export const Deduction = z.strictObject({
  key: ItemKey,
  name: Name,
  points: Points,
  /** The issue category a finding of this kind is, so that it becomes an issue with one tap. */
  category: Id.optional(),
})
export type Deduction = z.infer<typeof Deduction>

/**
 * `max` in points. Where an optional item is not scored, its points are shared by the others in proportion. An item
 * of a checklist has no deductions; its `max` is its weight.
 */
export const SheetItem = z.strictObject({
  key: ItemKey,
  name: Name,
  max: Points,
  optional: z.boolean().optional(),
  deductions: z.array(Deduction).max(40),
})
export type SheetItem = z.infer<typeof SheetItem>
export const SheetItems = z.array(SheetItem).min(1).max(60)
export type SheetItems = z.infer<typeof SheetItems>

export const SheetSubject = AreaLevel.exclude(['county'])
export const NewScoringSheet = z.strictObject({
  id: Id.optional(),
  name: Name,
  subject: SheetSubject,
  method: SheetMethod,
  items: SheetItems,
  /** The shipped template it was made from. */
  template: ItemKey.optional(),
})
export type NewScoringSheet = z.infer<typeof NewScoringSheet>

/** `version` is the newest as it was seen: another's change meanwhile is a conflict. */
export const ScoringSheetChange = z.strictObject({
  version: z.int().min(1),
  name: Name.optional(),
  items: SheetItems.optional(),
  /** False retires the sheet, true brings it back. */
  current: z.boolean().optional(),
})
export type ScoringSheetChange = z.infer<typeof ScoringSheetChange>

export const ScoringSheet = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  subject: AreaLevel,
  method: SheetMethod,
  items: SheetItems,
  template: z.string().nullable(),
  /** The newest version of a sheet in use: what is offered for new inspections. */
  current: z.boolean(),
  /** Whether an inspection has used this version, which freezes it. */
  used: z.boolean(),
  createdAt: Instant,
})
export type ScoringSheet = z.infer<typeof ScoringSheet>

/** One version of a sheet, by default the newest, and which versions there are. */
export const ScoringSheetDetail = ScoringSheet.extend({
  versions: z.array(z.object({ version: z.int(), used: z.boolean(), createdAt: Instant })),
})
export type ScoringSheetDetail = z.infer<typeof ScoringSheetDetail>

/** By default the sheets in use; `retired` lists those that no longer are. */
export const SheetListQuery = PageQuery.extend({
  retired: z.enum(['true']).optional(),
  subject: SheetSubject.optional(),
})
export const SheetVersionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() })

/** A sheet shipped with the service, to start from. */
export const SheetTemplate = z.object({
  key: ItemKey,
  name: z.string(),
  /** What it is for, in a sentence. */
  about: z.string(),
  subject: SheetSubject,
  method: SheetMethod,
  items: SheetItems,
})
export type SheetTemplate = z.infer<typeof SheetTemplate>
