import type { Cell, Complaint, Sheet } from './cell.ts'
import type { ValueErrorCode } from './read-value.ts'
import type { NameErrorCode } from './resolve-name.ts'
import type { RosterSubject } from './roster.ts'
import type { Furniture } from './row-kind.ts'
import type { Suggestion } from './suggest.ts'

export type ReportSource = {
  kind: 'rank' | 'score' | 'count'
  scope: 'county' | 'township' | 'rater'
  exposed?: boolean | undefined
}

export type ReportInput = {
  /** A workbook's sheets, of which one is picked, or the rows of one. */
  sheets?: readonly Sheet[]
  rows?: readonly (readonly Cell[])[]
  source: ReportSource
  /** The round's active, non-exempt subjects. */
  roster: readonly RosterSubject[]
  /** The township that reports: only its own subjects may stand in the sheet. */
  reporterTownship?: string | undefined
  /** Ids that should be in the sheet; by default the reporter's township, else the whole roster. */
  expected?: readonly string[] | undefined
  /** Rows (sheet row numbers) settled by the user: a subject's id, or null to leave the row out. */
  mapping?: Readonly<Record<number, string | null>> | undefined
}

export type ReportRowErrorCode =
  | NameErrorCode
  | ValueErrorCode
  | 'name_missing'
  | 'unknown_subject'
  | 'duplicate'
  | 'above_count'
  | 'exposure_missing'

export type ReportRow = {
  /** The row's number in the sheet, from 1. */
  row: number
  name: string
  township?: string
  subject?: string
  value?: number
  exposure?: number
  error?: Complaint<ReportRowErrorCode>
  suggestions?: Suggestion[]
}

export type ReportEntry = { subject: string; value: number; exposure?: number }

export type ReportProblemCode =
  | 'no_table'
  | 'no_value_column'
  | 'no_exposure_column'
  | 'no_rows'
  | 'no_values'

export type ReportWarningCode =
  | 'rank_repeated'
  | 'rank_skipped'
  | 'ranks_from_order'
  | 'value_missing'
  | 'subjects_missing'
  | 'columns_repeated'
  | 'hidden_sheets_ignored'
  | 'other_sheets_ignored'

export type ReportRead = {
  rows: ReportRow[]
  /** What would be stored; only to be used when `complete`. */
  entries: ReportEntry[]
  /** Every row is settled and there is at least one entry. */
  complete: boolean
  problem?: Complaint<ReportProblemCode>
  warnings: Complaint<ReportWarningCode>[]
  ignored: { row: number; reason: Furniture; text: string }[]
  /** The sheet that was read, '' for a paste or CSV. */
  sheet: string
}
