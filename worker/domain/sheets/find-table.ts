import type { Cell } from './cell.ts'
import { isBlank } from './cell.ts'
import { type ColumnSpec, headingFit } from './headings.ts'

/** Where a table stands: its first data row and its columns (both from 0), and headings that stood more than once. */
export type Table<Key extends string> = {
  firstRow: number
  columns: Partial<Record<Key, number>>
  repeated: { key: Key; columns: number[] }[]
}

const SEARCHED_ROWS = 40

/**
 * The table under the row that looks most like a header: it names `least` columns, `needs` among them, or is a
 * single cell that does. Title rows above it match at most one. Null where no row does.
 */
export function findTable<Key extends string>(
  rows: readonly (readonly Cell[])[],
  wanted: readonly ColumnSpec<Key>[],
  needs: Key,
  least = 2,
): Table<Key> | null {
  let best: { table: Table<Key>; found: number } | null = null
  for (const [at, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    if (isBlank(row)) continue
    const { columns, repeated } = matchColumns(row, wanted)
    const found = Object.keys(columns).length
    const alone = row.filter((cell) => cell !== null).length === 1
    if (columns[needs] === undefined || (found < least && !alone)) continue
    if (!best || found > best.found) best = { table: { firstRow: at + 1, columns, repeated }, found }
  }
  return best?.table ?? null
}

function matchColumns<Key extends string>(row: readonly Cell[], wanted: readonly ColumnSpec<Key>[]) {
  const columns: Partial<Record<Key, number>> = {}
  const repeated: Table<Key>['repeated'] = []
  for (const spec of wanted) {
    const fits = row.map((cell) => headingFit(cell, spec))
    const top = Math.max(0, ...fits)
    if (top === 0) continue
    const at = fits.flatMap((fit, column) => (fit === top ? [column] : []))
    columns[spec.key] = at[0] ?? 0
    if (at.length > 1) repeated.push({ key: spec.key, columns: at })
  }
  return { columns, repeated }
}
