import { type Cell, compact, plain } from './cell.ts'
import { groupBy } from './group-by.ts'
import { pickTable } from './pick-sheet.ts'
import { type ReportContext, readReportRow } from './report-row.ts'
import type { ReportEntry, ReportInput, ReportProblemCode, ReportRead, ReportRow } from './report-types.ts'
import { reportWarnings } from './report-warnings.ts'
import { resolveName } from './resolve-name.ts'
import { indexRoster, type RosterIndex, townshipNamed } from './roster.ts'
import { furnitureIn } from './row-kind.ts'

type Ignored = ReportRead['ignored'][number]

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
  const fromOrder = kind === 'rank' && !(['rank', 'score', 'count'] as const).some((key) => key in columns)
  if (columns[kind] === undefined && !fromOrder) return refused('no_value_column', sheet, warnings)
  if (exposed && columns.exposure === undefined) return refused('no_exposure_column', sheet, warnings)

  const context = { input, index, columns, fromOrder, compared: comparedIn(input) }
  const { read, ignored } = readRows(rows, table.firstRow, context)
  markDuplicates(read)
  const entries = read.flatMap(entryOf)
  const complete = entries.length > 0 && read.every((row) => !row.error)
  const found = { rows: read, entries, complete, ignored, sheet }
  const all = [...warnings, ...reportWarnings(read, table, input, fromOrder)]
  const problem = problemOf(read, entries)
  return { ...found, warnings: all, ...(problem ? { problem: { code: problem, params: {} } } : {}) }
}

function comparedIn({ roster, reporterTownship }: ReportInput): number {
  return roster.filter(({ township }) => !reporterTownship || township === reporterTownship).length
}

function problemOf(rows: readonly ReportRow[], entries: readonly ReportEntry[]): ReportProblemCode | null {
  if (rows.length === 0) return 'no_rows'
  return entries.length === 0 && !rows.some(({ error }) => error) ? 'no_values' : null
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

function readRows(rows: readonly (readonly Cell[])[], firstRow: number, context: ReportContext) {
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
    const one = readReportRow(
      row,
      { row: at + 1, name: plain(name), township, settled, position, quiet },
      context,
    )
    if (one?.error) wrong += 1
    if (one) read.push(one)
    else ignored.push(...ignoredRow(row, at + 1, 'no_value'))
  }
  return { read, ignored }
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
  const isSubject = 'subject' in resolveName(only, { quiet: true }, index) // on a board of townships
  return !isSubject && townshipNamed(only, index) ? only : null
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
