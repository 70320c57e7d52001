import { z } from 'zod'
import { RowProblem, Suggestion } from './areas.ts'
import { Instant } from './common.ts'
import { DerivedFrom, Entry } from './ranking.ts'

/**
 * `basedOn` is when the report was sent that this one was made from, null for none: where another has come in since,
 * this one is refused instead of taking its place. Left out, it takes the place of whatever is there.
 */
export const NewReport = z.strictObject({
  entries: z.array(Entry).max(5000),
  basedOn: Instant.nullable().optional(),
})
export type NewReport = z.infer<typeof NewReport>

export const ReportWarning = z.object({ code: z.string(), message: z.string() })
export const ReportReceipt = z.object({
  round: z.string(),
  source: z.string(),
  reporter: z.string(),
  entries: z.int(),
  onBehalf: z.boolean(),
  sentAt: Instant,
  warnings: z.array(ReportWarning),
})
export type ReportReceipt = z.infer<typeof ReportReceipt>

/** Who has reported and who has not, per source; `missing` lists reporters of whom something is expected. */
export const ReportOverview = z.object({
  round: z.string(),
  sources: z.array(
    z.object({
      source: z.string(),
      required: z.boolean(),
      /** Active subjects that still have no value in this source. */
      missingSubjects: z.int(),
      /** For a source that fills itself: nobody reports, and so much has come in. */
      derived: z
        .object({
          from: DerivedFrom,
          subjects: z.int(),
          /** Counted, and come in after the round's end. */
          inspections: z.int(),
          late: z.int(),
        })
        .nullable(),
      reporters: z.array(
        z.object({
          reporter: z.string(),
          name: z.string(),
          state: z.enum(['reported', 'missing']),
          entries: z.int(),
          expected: z.int().nullable(),
          onBehalf: z.boolean(),
          sentAt: Instant.nullable(),
        }),
      ),
    }),
  ),
})
export type ReportOverview = z.infer<typeof ReportOverview>

export const StoredReport = z.object({
  source: z.string(),
  reporter: z.string(),
  entries: z.array(Entry),
  onBehalf: z.boolean(),
  sentAt: Instant,
})
export type StoredReport = z.infer<typeof StoredReport>

export const SheetRow = z.object({
  row: z.int(),
  name: z.string(),
  township: z.string().optional(),
  subject: z.string().optional(),
  value: z.number().optional(),
  exposure: z.number().optional(),
  error: RowProblem.optional(),
  suggestions: z.array(Suggestion).optional(),
})
export const SheetReceipt = z.object({
  applied: z.boolean(),
  rows: z.array(SheetRow),
  warnings: z.array(ReportWarning),
})
export type SheetReceipt = z.infer<typeof SheetReceipt>

/** `pick=7:620423100203` settles row 7 of the sheet, `pick=9:` leaves row 9 out; it may stand several times. */
export const SheetQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional(),
  pick: z.union([z.string(), z.array(z.string()).max(500)]).optional(),
})
