import type { Cell } from '../../domain/sheets/cell.ts'
import { isoFromSerial } from '../../domain/sheets/serial-date.ts'
import { CellGrid } from './cell-grid.ts'
import type { SheetLimits } from './limits.ts'
import { SheetRefusal } from './problem.ts'
import type { NumberMeaning } from './styles.ts'
import { readText, textCollector } from './text-run.ts'
import { walkXml } from './xml.ts'

type Context = {
  strings: string[]
  styles: NumberMeaning[]
  from1904: boolean
  name: string
  limits: SheetLimits
}
type RawCell = { type: string; style: number; value: string; formula: string; row: number; column: number }

/** One sheet's cells, formulas as the values they last had, and how many places were taken up. */
export function readWorksheet(xml: string, context: Context): { rows: Cell[][]; cells: number } {
  const grid = new CellGrid(context.name, context.limits)
  const inline = textCollector()
  const merges: string[] = []
  let row = 0
  let column = 0
  let cell: RawCell | null = null
  let into: 'value' | 'formula' | null = null
  walkXml(xml, {
    open: (name, attribute) => {
      inline.open(name)
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 1)
        column = 0
      } else if (name === 'c') {
        const place = placeOf(attribute('r')) ?? { row, column: column + 1 }
        column = place.column
        cell = {
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          formula: '',
          ...place,
        }
        inline.start()
      } else if (name === 'v') into = 'value'
      else if (name === 'f') into = 'formula'
      else if (name === 'mergeCell') merges.push(attribute('ref') ?? '')
    },
    text: (text) => {
      inline.text(text)
      if (cell && into) cell[into] += text
    },
    close: (name) => {
      inline.close(name)
      if (name === 'v' || name === 'f') into = null
      if (name !== 'c' || !cell) return
      grid.put(cell.row, cell.column, cellValue(cell, inline.end(), context))
      cell = null
    },
  })
  fillDown(grid, merges, context.limits)
  return { rows: grid.rows, cells: grid.places }
}

function cellValue(cell: RawCell, inlineText: string, context: Context): Cell {
  const { value } = cell
  switch (cell.type) {
    case 'inlineStr':
      return readText(inlineText) || null
    case 's':
      return context.strings[Number(value)] || null
    case 'b':
      return value === '' ? null : value === '1'
    case 'str':
    case 'e':
    case 'd':
      return readText(value) || unsavedFormula(cell)
    default:
      return value.trim() === ''
        ? unsavedFormula(cell)
        : numberOf(value, context.styles[cell.style], context.from1904)
  }
}

/** A program that doesn't calculate leaves no value: the formula itself is shown, rather than an empty cell. */
function unsavedFormula(cell: RawCell): Cell {
  return cell.formula === '' ? null : `=${cell.formula}`
}

/** Spreadsheet programs show and compare 15 digits; what lies beyond is noise of their arithmetic. */
function numberOf(value: string, meaning: NumberMeaning | undefined, from1904: boolean): Cell {
  const number = Number(Number(value).toPrecision(15))
  if (!Number.isFinite(number)) return value
  if (meaning === 'percent') return `${Number((number * 100).toPrecision(15))}%`
  if (meaning === 'date') return isoFromSerial(number, from1904) ?? number
  return number
}

/** A value merged down a column (a township beside its villages, a rank shared by two) stands in each of its rows. */
function fillDown(grid: CellGrid, merges: readonly string[], limits: SheetLimits): void {
  let filled = 0 // merges may be made to overlap: the work is bounded, not only its result
  for (const merge of merges) {
    const [from, to] = merge.split(':').map((corner) => placeOf(corner))
    if (!from || !to || from.column !== to.column) continue
    const value = grid.at(from.row, from.column)
    if (value === null) continue
    const last = Math.min(to.row, grid.rows.length)
    filled += Math.max(0, last - from.row)
    if (filled > limits.cells) throw new SheetRefusal('too_many_cells', { limit: limits.cells })
    for (let row = from.row + 1; row <= last; row += 1) grid.put(row, from.column, value)
  }
}

/** `B12` → row 12, column 2, both counted from 1; null where it isn't an address. */
function placeOf(address: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(address ?? '')
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]), column }
}
