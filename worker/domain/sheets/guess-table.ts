import { type Cell, isBlank, plain } from './cell.ts'
import type { Table } from './find-table.ts'
import type { ReportColumn } from './headings.ts'
import { readValue, type ValueKind } from './read-value.ts'
import { resolveName } from './resolve-name.ts'
import { type RosterIndex, townshipNamed } from './roster.ts'

const SAMPLE = 60

/**
 * The table in rows without a header, as pasted into a text box: the column with the most known names, one with
 * townships, and for the value a column of numbers, after the name rather than before it; places 1, 2, 3 … count
 * as ranks and not as scores. Null where no cell is
 * a known name.
 */
export function guessTable(
  rows: readonly (readonly Cell[])[],
  index: RosterIndex,
  kind: ValueKind,
): Table<ReportColumn> | null {
  const sample = rows.filter((row) => !isBlank(row)).slice(0, SAMPLE)
  const width = Math.max(0, ...sample.map((row) => row.length))
  const share = (column: number, fits: (cell: Cell) => boolean) =>
    sample.filter((row) => fits(row[column] ?? null)).length / sample.length
  const all = Array.from({ length: width }, (_, column) => column)
  const names = all.map((column) => share(column, (cell) => isKnownName(cell, index)))
  const name = names.indexOf(Math.max(...names))
  if (name < 0 || names[name] === 0) return null
  const numbers = all.filter(
    (column) => column !== name && share(column, (cell) => 'value' in readValue(cell, kind)) > 0.5,
  )
  const isOrder = (column: number) => share(column, (cell) => isPlace(cell, sample.length)) === 1
  const fitting =
    kind === 'count' ? numbers : numbers.filter((column) => isOrder(column) === (kind === 'rank'))
  const choice = fitting.length > 0 ? fitting : numbers
  const after = choice.filter((column) => column > name)
  const [value = choice.at(-1), exposure] = after
  const columns: Table<ReportColumn>['columns'] = { name }
  const township = all.find(
    (column) => column !== name && share(column, (cell) => isTownship(cell, index)) > 0,
  )
  if (township !== undefined) columns.township = township
  if (value !== undefined && kind !== 'exposure') columns[kind] = value
  if (exposure !== undefined && kind === 'count') columns.exposure = exposure
  return { firstRow: titleRows(rows, index), columns, repeated: [] }
}

/** A heading pasted along with a list stands alone in its row and speaks of the list. */
function titleRows(rows: readonly (readonly Cell[])[], index: RosterIndex): number {
  const isTitle = (row: readonly Cell[]) => {
    const [only = '', ...more] = row.map(plain).filter((text) => text !== '')
    return (
      more.length === 0 &&
      /排名|名次|得分|报送|汇总|通报|情况|[表榜周期:]$/u.test(only) &&
      !isKnownName(only, index)
    )
  }
  const first = rows.findIndex((row) => !isBlank(row) && !isTitle(row))
  return Math.max(0, first)
}

function isPlace(cell: Cell, most: number): boolean {
  const read = readValue(cell, 'rank')
  return 'value' in read && read.value <= most
}

function isKnownName(cell: Cell, index: RosterIndex): boolean {
  if (typeof cell !== 'string') return false
  const found = resolveName(cell, { quiet: true }, index)
  return 'subject' in found || found.error.code !== 'unknown'
}

function isTownship(cell: Cell, index: RosterIndex): boolean {
  return typeof cell === 'string' && townshipNamed(plain(cell), index) !== null
}
