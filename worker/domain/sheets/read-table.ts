import type { Cell } from './cell.ts'
import { plain } from './cell.ts'
import { findTable, type Table } from './find-table.ts'
import type { ColumnSpec } from './headings.ts'
import { type Furniture, furnitureIn } from './row-kind.ts'

/** A data row by declared column; `row` is its number in the sheet, from 1. */
export type TableRow<Key extends string> = {
  row: number
  cells: Partial<Record<Key, Cell>>
  all: readonly Cell[]
}

export type TableRead<Key extends string> = {
  table: Table<Key> | null
  header: readonly Cell[]
  rows: TableRow<Key>[]
  ignored: { row: number; reason: Furniture; text: string }[]
}

/**
 * The rows of a table found by its headings, without titles, totals and signatures. A blank cell in a `carried`
 * column repeats the one above it, as a township written once beside its villages does.
 */
export function readTable<Key extends string>(
  rows: readonly (readonly Cell[])[],
  wanted: readonly ColumnSpec<Key>[],
  needs: Key,
  carried: readonly Key[] = [],
  least = 2,
): TableRead<Key> {
  const table = findTable(rows, wanted, needs, least)
  const read: TableRead<Key> = { table, header: [], rows: [], ignored: [] }
  if (!table) return read
  read.header = rows[table.firstRow - 1] ?? []
  const above = new Map<Key, Cell>()
  const columns = Object.entries(table.columns) as [Key, number][]
  for (const [at, row] of rows.entries()) {
    const isTitle = at < table.firstRow - 1
    const furniture = isTitle
      ? 'title'
      : at < table.firstRow
        ? 'header'
        : furnitureIn(row, row[table.columns[needs] ?? 0])
    if (furniture) {
      if (furniture !== 'empty') read.ignored.push({ row: at + 1, reason: furniture, text: textOf(row) })
      continue
    }
    const cells: Partial<Record<Key, Cell>> = {}
    for (const [key, column] of columns) {
      const cell = row[column] ?? null
      const kept = plain(cell) === '' && carried.includes(key) ? (above.get(key) ?? null) : cell
      above.set(key, kept)
      cells[key] = kept
    }
    read.rows.push({ row: at + 1, cells, all: row })
  }
  return read
}

function textOf(row: readonly Cell[]): string {
  const filled = row.map(plain).filter((text) => text !== '')
  return filled.join(' ').slice(0, 60)
}
