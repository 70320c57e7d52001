import type { Cell } from './cell.ts'
import type { Table } from './find-table.ts'
import type { ReportColumn } from './headings.ts'
import { readValue } from './read-value.ts'
import type { ReportInput, ReportRow } from './report-types.ts'
import { resolveName } from './resolve-name.ts'
import type { RosterIndex } from './roster.ts'

export type ReportContext = {
  input: ReportInput
  index: RosterIndex
  columns: Table<ReportColumn>['columns']
  /** Names without ranks: their order is the ranking. */
  fromOrder: boolean
  /** How many are compared, so the lowest rank there can be: the reporter's township, or everyone. */
  compared: number
}

/**
 * `township` as written for the row, `settled` the subject the user picked for it, `position` its place among the
 * villages; `quiet` asks for no suggestions.
 */
export type RowStart = {
  row: number
  name: string
  township: string
  settled: string | undefined
  position: number
  quiet: boolean
}

/** Null for a row that says nothing: no value, and no name anyone knows. */
export function readReportRow(
  row: readonly Cell[],
  start: RowStart,
  context: ReportContext,
): ReportRow | null {
  const { input, columns, fromOrder } = context
  const { kind, exposed } = input.source
  const result: ReportRow = { row: start.row, name: start.name.slice(0, 60) }
  if (start.township !== '') result.township = start.township.slice(0, 60)
  const cell = fromOrder ? start.position : row[columns[kind] ?? -1]
  const value = readValue(cell, kind)
  if (start.name === '' && !start.settled) {
    if (!('value' in value) || fromOrder) return null
    return { ...result, value: value.value, error: { code: 'name_missing', params: {} } }
  }
  const silent = 'missing' in value || (fromOrder && start.name.length > 20)
  settleSubject(result, start, context)
  if (result.error && result.error.code === 'unknown' && silent) return null
  if ('value' in value) result.value = value.value
  if ('error' in value) result.error ??= value.error
  if (kind === 'rank' && result.value !== undefined && result.value > context.compared) {
    result.error ??= { code: 'above_count', params: { value: result.value, most: context.compared } }
  }
  if (exposed && !('missing' in value)) readExposure(result, row[columns.exposure ?? -1])
  return result
}

function settleSubject(result: ReportRow, start: RowStart, { input, index }: ReportContext): void {
  const { reporterTownship } = input
  if (start.settled) {
    const subject = index.byId.get(start.settled)
    if (!subject) result.error = { code: 'unknown_subject', params: { subject: start.settled } }
    else if (reporterTownship && subject.township !== reporterTownship) {
      result.error = { code: 'outside_scope', params: { name: subject.name, township: subject.townshipName } }
    } else result.subject = subject.id
    return
  }
  const context = {
    quiet: start.quiet,
    ...(start.township === '' ? {} : { township: start.township }),
    ...(reporterTownship === undefined ? {} : { reporter: reporterTownship }),
  }
  const found = resolveName(start.name, context, index)
  if ('subject' in found) {
    result.subject = found.subject.id
    return
  }
  result.error = found.error
  result.suggestions = found.suggestions
}

function readExposure(result: ReportRow, cell: Cell | undefined): void {
  const exposure = readValue(cell, 'exposure')
  if ('value' in exposure) result.exposure = exposure.value
  else if ('error' in exposure) result.error ??= exposure.error
  else result.error ??= { code: 'exposure_missing', params: {} }
}
