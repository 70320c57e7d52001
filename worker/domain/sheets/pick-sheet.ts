import type { Cell, Complaint, Sheet } from './cell.ts'
import { findTable, type Table } from './find-table.ts'
import { guessTable } from './guess-table.ts'
import { type ReportColumn, reportColumns } from './headings.ts'
import type { ReportInput, ReportWarningCode } from './report-types.ts'
import type { RosterIndex } from './roster.ts'

export type PickedTable = {
  sheet: string
  rows: readonly (readonly Cell[])[]
  table: Table<ReportColumn> | null
  warnings: Complaint<ReportWarningCode>[]
}

/** The first visible sheet with a table that has the source's values; what else is in the workbook is warned of. */
export function pickTable(input: ReportInput, index: RosterIndex): PickedTable {
  const sheets = input.sheets ?? [{ name: '', rows: (input.rows ?? []) as Cell[][] }]
  const visible = sheets.filter(({ hidden }) => !hidden)
  const warnings: PickedTable['warnings'] = []
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet.rows.length > 0)
  if (hidden.length > 0)
    warnings.push({ code: 'hidden_sheets_ignored', params: { sheets: hidden.map(({ name }) => name) } })
  const found = visible
    .map((sheet) => ({ sheet, table: tableIn(sheet, input, index) }))
    .sort((a, b) => worth(b.table, input) - worth(a.table, input))
  const [best, ...others] = found
  const alsoTables = others.filter(({ table }) => worth(table, input) === 2).map(({ sheet }) => sheet.name)
  if (alsoTables.length > 0) warnings.push({ code: 'other_sheets_ignored', params: { sheets: alsoTables } })
  return { sheet: best?.sheet.name ?? '', rows: best?.sheet.rows ?? [], table: best?.table ?? null, warnings }
}

function tableIn(sheet: Sheet, { source }: ReportInput, index: RosterIndex): Table<ReportColumn> | null {
  const headed = findTable(sheet.rows, reportColumns, 'name')
  if (headed) return headed
  // A board of townships calls its name column 乡镇.
  const townships = findTable(sheet.rows, reportColumns, 'township')
  if (townships && Object.keys(townships.columns).length > 1) {
    const { township, ...columns } = townships.columns
    return { ...townships, columns: township === undefined ? columns : { ...columns, name: township } }
  }
  return guessTable(sheet.rows, index, source.kind)
}

function worth(table: Table<ReportColumn> | null, { source }: ReportInput): number {
  if (!table) return 0
  return table.columns[source.kind] === undefined ? 1 : 2
}
