import type { Band } from '../../../schema/api/ranking.ts'
import { type Cell, type Complaint, compact, plain } from './cell.ts'
import { groupBy } from './group-by.ts'
import { headingFit, type ReportColumn, reportColumns } from './headings.ts'
import { readDate } from './read-date.ts'
import { readTable, type TableRow } from './read-table.ts'
import { type NameErrorCode, resolveName } from './resolve-name.ts'
import { indexRoster, type RosterIndex, type RosterSubject } from './roster.ts'
import type { Furniture } from './row-kind.ts'
import type { Suggestion } from './suggest.ts'

export type HistoryErrorCode = NameErrorCode | 'unknown_band' | 'duplicate'

/** One past week's column: as headed, its number (第12期) or day where the heading tells. */
export type HistoryWeek = {
  label: string
  column: number
  no?: number
  closedOn?: string
  bands: Record<string, Band>
}

export type HistoryRow = {
  row: number
  name: string
  township?: string
  subject?: string
  /** One per week, in the order of `weeks`; null where the village had no colour. */
  bands: (Band | null)[]
  error?: Complaint<HistoryErrorCode>
  suggestions?: Suggestion[]
}

export type HistoryRead = {
  weeks: HistoryWeek[]
  rows: HistoryRow[]
  complete: boolean
  problem?: Complaint<'no_table' | 'no_weeks' | 'no_rows'>
  ignored: { row: number; reason: Furniture; text: string }[]
}

/** The colours of past weeks: a row a village, a column a week, oldest first where the headings tell their order. */
export function readHistory(
  rows: readonly (readonly Cell[])[],
  roster: readonly RosterSubject[],
): HistoryRead {
  const read = readTable(rows, reportColumns, 'name', ['township'], 1)
  const nothing = { weeks: [], rows: [], complete: false, ignored: read.ignored }
  if (!read.table) return { ...nothing, problem: { code: 'no_table', params: {} } }
  const weeks = weeksIn(read.header, read.rows)
  if (weeks.length === 0) return { ...nothing, problem: { code: 'no_weeks', params: {} } }
  const index = indexRoster(roster)
  const villages = read.rows
    .filter(({ cells }) => compact(cells.name) !== '')
    .map((row) => historyRow(row, weeks, index))
  if (villages.length === 0) return { ...nothing, weeks, problem: { code: 'no_rows', params: {} } }
  markDuplicates(villages)
  for (const [at, week] of weeks.entries()) {
    week.bands = Object.fromEntries(
      villages.flatMap(({ subject, bands: { [at]: band } }) => (subject && band ? [[subject, band]] : [])),
    )
  }
  return { ...nothing, weeks, rows: villages, complete: villages.every(({ error }) => !error) }
}

/** Columns that aren't the table's own and hold at least one colour. */
function weeksIn(header: readonly Cell[], rows: readonly TableRow<ReportColumn>[]): HistoryWeek[] {
  const weeks = header.flatMap((cell, column): HistoryWeek[] => {
    const known = reportColumns.some((spec) => headingFit(cell, spec) > 0)
    if (known || !rows.some(({ all }) => readBand(all[column]))) return []
    return [weekOf(plain(cell).slice(0, 40) || String(column + 1), column + 1)]
  })
  for (const order of ['no', 'closedOn'] as const) {
    if (weeks.every((week) => week[order] !== undefined)) {
      return weeks.sort((a, b) => ((a[order] ?? 0) < (b[order] ?? 0) ? -1 : 1))
    }
  }
  return weeks
}

function weekOf(label: string, column: number): HistoryWeek {
  const week: HistoryWeek = { label, column, bands: {} }
  const no = /第?(\d{1,4})(?:期|周)/u.exec(compact(label))?.[1]
  const closedOn = readDate(label)
  if (no) week.no = Number(no)
  if (closedOn && closedOn !== 'missing') week.closedOn = closedOn
  return week
}

function historyRow(
  row: TableRow<ReportColumn>,
  weeks: readonly HistoryWeek[],
  index: RosterIndex,
): HistoryRow {
  const result: HistoryRow = { row: row.row, name: plain(row.cells.name).slice(0, 60), bands: [] }
  const township = plain(row.cells.township).slice(0, 60)
  if (township !== '') result.township = township
  const found = resolveName(result.name, township === '' ? {} : { township }, index)
  if ('subject' in found) result.subject = found.subject.id
  else {
    result.error = found.error
    result.suggestions = found.suggestions
  }
  for (const { column, label } of weeks) {
    const cell = row.all[column - 1]
    const band = readBand(cell)
    result.bands.push(band ?? null)
    if (band === undefined) {
      result.error ??= { code: 'unknown_band', params: { week: label, text: plain(cell).slice(0, 40) } }
    }
  }
  return result
}

const BANDS: readonly (readonly [RegExp, Band])[] = [
  [/^(?:绿(?:色|牌|榜|码)?(?:管理|村)?|green|g|🟢)$/iu, 'green'],
  [/^(?:黄(?:色|牌|榜|码)?(?:管理|村)?|yellow|y|🟡)$/iu, 'yellow'],
  [/^(?:红(?:色|牌|榜|码)?(?:管理|村)?|red|r|🔴)$/iu, 'red'],
]

/** Null for an empty cell, undefined for what is no colour. */
function readBand(cell: Cell | undefined): Band | null | undefined {
  const text = compact(cell)
  if (/^[-—/\\]*$/u.test(text) || text === '无') return null
  return BANDS.find(([written]) => written.test(text))?.[1]
}

function markDuplicates(rows: readonly HistoryRow[]): void {
  for (const [subject, twins] of groupBy(rows, (row) => row.subject)) {
    if (!subject || twins.length < 2) continue
    for (const row of twins)
      row.error = { code: 'duplicate', params: { rows: twins.map((twin) => twin.row) } }
  }
}
