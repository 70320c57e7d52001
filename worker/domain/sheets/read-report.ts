import { type Cell, compact, plain } from './cell.ts'
import type { Table } from './find-table.ts'
import { groupBy } from './group-by.ts'
import type { ReportColumn } from './headings.ts'
import { pickTable } from './pick-sheet.ts'
import { readValue } from './read-value.ts'
import type { ReportEntry, ReportInput, ReportProblemCode, ReportRead, ReportRow } from './report-types.ts'
import { reportWarnings } from './report-warnings.ts'
import { resolveName } from './resolve-name.ts'
import { indexRoster, type RosterIndex, townshipNamed } from './roster.ts'
import { furnitureIn } from './row-kind.ts'

type Ignored = ReportRead['ignored'][number]
type Context = {
  input: ReportInput
  index: RosterIndex
  columns: Table<ReportColumn>['columns']
  fromOrder: boolean
}

// Rows after this many wrong ones get no suggestions: that is another county's sheet, or no sheet of names at all.
const MOST_SUGGESTED = 200

/**
 * A reporter's sheet as the report it means: which subject and value each row states, what is wrong with a row and
 * who may be meant, and which rows were no villages. Nothing is to be stored unless `complete`.
 */
export function readReport(input: ReportInput): ReportRead {
  const index = indexRoster(input.roster)
  const { sheet, rows, table, warnings } = pickTable(input, index)
  if (!table) return refused('no_table', sheet, warnings)
  const { columns } = table
  const { kind, exposed } = input.source
  const fromOrder =
    kind === 'rank' &&
    columns.rank === undefined &&
    columns.score === undefined &&
    columns.count === undefined
  if (columns[kind] === undefined && !fromOrder) return refused('no_value_column', sheet, warnings)
  if (exposed && columns.exposure === undefined) return refused('no_exposure_column', sheet, warnings)

  const context = { input, index, columns, fromOrder }
  const { read, ignored } = readRows(rows, table.firstRow, context)
  markDuplicates(read)
  const entries = read.flatMap(entryOf)
  const complete = entries.length > 0 && read.every((row) => !row.error)
  const found = { rows: read, entries, complete, ignored, sheet }
  const all = [...warnings, ...reportWarnings(read, table, input, fromOrder)]
  const none =
    read.length === 0
      ? 'no_rows'
      : entries.length === 0 && !read.some((row) => row.error)
        ? 'no_values'
        : null
  return { ...found, warnings: all, ...(none ? { problem: { code: none, params: {} } } : {}) }
}

function refused(code: ReportProblemCode, sheet: string, warnings: ReportRead['warnings']): ReportRead {
  return {
    rows: [],
    entries: [],
    complete: false,
    problem: { code, params: {} },
    warnings,
    ignored: [],
    sheet,
  }
}

function readRows(rows: readonly (readonly Cell[])[], firstRow: number, context: Context) {
  const { columns, index } = context
  const read: ReportRow[] = []
  const ignored = rows
    .slice(0, firstRow)
    .flatMap((row, at) => ignoredRow(row, at + 1, at + 1 === firstRow ? 'header' : 'title'))
  let township = ''
  let wrong = 0
  for (const [at, row] of rows.entries()) {
    if (at < firstRow) continue
    const name = row[columns.name ?? 0] ?? null
    const furniture = furnitureIn(row, name)
    const beside = columns.township === undefined ? '' : plain(row[columns.township])
    const heading = furniture ? null : groupHeading(row, index)
    if (heading !== null) township = heading
    else if (beside !== '' && !furniture) township = beside
    const mapped = settledBy(context.input.mapping, at + 1)
    const settled = mapped ?? undefined
    const reason =
      mapped === null ? 'left_out' : settled ? null : (furniture ?? (heading === null ? null : 'group'))
    if (reason) {
      ignored.push(...ignoredRow(row, at + 1, reason))
      continue
    }
    const quiet = wrong >= MOST_SUGGESTED
    const position = read.length + 1
    const one = readRow(row, { row: at + 1, name: plain(name), township, settled, position, quiet }, context)
    if (one?.error) wrong += 1
    if (one) read.push(one)
    else ignored.push(...ignoredRow(row, at + 1, 'no_value'))
  }
  return { read, ignored }
}

type RowStart = {
  row: number
  name: string
  township: string
  settled: string | undefined
  position: number
  quiet: boolean
}

/** Null for a row that says nothing: no value, and no name anyone knows. */
function readRow(row: readonly Cell[], start: RowStart, context: Context): ReportRow | null {
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
  if (kind === 'rank' && !fromOrder) refuseHighRank(result, context)
  if (exposed && !('missing' in value)) readExposure(result, row[columns.exposure ?? -1])
  return result
}

function settleSubject(result: ReportRow, start: RowStart, { input, index }: Context): void {
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

/** A rank can't be lower than the number of those compared: the reporter's township, or everyone. */
function refuseHighRank(result: ReportRow, { input, index }: Context): void {
  const { reporterTownship } = input
  const compared = reporterTownship
    ? index.subjects.filter(({ township }) => township === reporterTownship).length
    : index.subjects.length
  if (result.value === undefined || result.value <= compared) return
  result.error ??= { code: 'above_count', params: { value: result.value, most: compared } }
}

function markDuplicates(rows: ReportRow[]): void {
  const bySubject = groupBy(
    rows.filter(({ subject }) => subject),
    ({ subject }) => subject,
  )
  for (const twins of bySubject.values()) {
    if (twins.length < 2) continue
    for (const row of twins)
      row.error = { code: 'duplicate', params: { rows: twins.map((twin) => twin.row) } }
  }
}

function entryOf({ subject, value, exposure, error }: ReportRow): ReportEntry[] {
  if (error || subject === undefined || value === undefined) return []
  return [exposure === undefined ? { subject, value } : { subject, value, exposure }]
}

/** A row that is nothing but a township's name heads the villages below it. */
function groupHeading(row: readonly Cell[], index: RosterIndex): string | null {
  const [only, ...more] = row.map((cell) => compact(cell)).filter((text) => text !== '')
  if (only === undefined || more.length > 0 || !/(?:镇|乡|街道)$/u.test(only)) return null
  return townshipNamed(only, index) ? only : null
}

function settledBy(mapping: ReportInput['mapping'], row: number): string | null | undefined {
  return mapping && Object.hasOwn(mapping, row) ? mapping[row] : undefined
}

function ignoredRow(row: readonly Cell[], number: number, reason: Ignored['reason']): Ignored[] {
  if (reason === 'empty') return []
  const text = row
    .map(plain)
    .filter((cell) => cell !== '')
    .join(' ')
    .slice(0, 60)
  return text === '' ? [] : [{ row: number, reason, text }]
}
