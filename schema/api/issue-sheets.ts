import { z } from 'zod'
import { RowProblem, Suggestion } from './areas.ts'
import { Day, Id } from './common.ts'
import { IssueQuery, IssueSource } from './issues.ts'

/** Filters of the list; a spreadsheet has no pages. */
export const IssueSheetQuery = IssueQuery.omit({ cursor: true, limit: true })

/**
 * The query of an import. `pick=7:620423100203` settles row 7 with the id of a village, a unit or a category, several
 * with a dot between; `pick=9:` leaves row 9 out. `category` is for rows that name none, `source` for those that say
 * not where they come from.
 */
export const IssueImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional(),
  pick: z.union([z.string(), z.array(z.string()).max(2000)]).optional(),
  category: Id.optional(),
  source: IssueSource.optional(),
})
export type IssueImportQuery = z.infer<typeof IssueImportQuery>

/** One problem of a ledger and what becomes of it. `known`: it is in the county's ledger already. */
export const ImportedIssue = z.object({
  row: z.int(),
  text: z.string(),
  name: z.string(),
  area: z.string().optional(),
  category: z.string().optional(),
  categoryName: z.string().optional(),
  lead: z.string().optional(),
  leadName: z.string().optional(),
  dueOn: Day.optional(),
  closedOn: Day.optional(),
  source: IssueSource.optional(),
  known: z.boolean().optional(),
  error: RowProblem.optional(),
  suggestions: z.array(Suggestion).optional(),
})
export type ImportedIssue = z.infer<typeof ImportedIssue>

/** Stored only where every row is clear; `added` counts those that were not known. */
export const IssueImport = z.object({ applied: z.boolean(), added: z.int(), rows: z.array(ImportedIssue) })
export type IssueImport = z.infer<typeof IssueImport>
