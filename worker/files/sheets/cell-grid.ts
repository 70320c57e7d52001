import type { Cell } from '../../domain/sheets/cell.ts'
import type { SheetLimits } from './limits.ts'
import { SheetRefusal } from './problem.ts'

/** Rows growing as cells arrive, within limits; empty cells take no place, so formatting down to row 1,048,576 is free. */
export class CellGrid {
  readonly rows: Cell[][] = []
  places = 0
  private characters = 0
  private readonly sheet: string
  private readonly limits: SheetLimits

  constructor(sheet: string, limits: SheetLimits) {
    this.sheet = sheet
    this.limits = limits
  }

  at(row: number, column: number): Cell {
    return this.rows[row - 1]?.[column - 1] ?? null
  }

  /** Row and column count from 1. Throws SheetRefusal beyond the limits. */
  put(row: number, column: number, value: Cell): void {
    if (value === null) return
    const { limits } = this
    if (!Number.isInteger(row) || !Number.isInteger(column) || row < 1 || column < 1)
      throw new SheetRefusal('damaged')
    if (row > limits.rows) throw this.refusal('too_many_rows', limits.rows)
    if (column > limits.columns) throw this.refusal('too_many_columns', limits.columns)
    while (this.rows.length < row) this.rows.push([])
    const cells = this.rows[row - 1] ?? []
    while (cells.length < column) {
      cells.push(null)
      this.places += 1
    }
    if (this.places > limits.cells) throw this.refusal('too_many_cells', limits.cells)
    cells[column - 1] = typeof value === 'string' ? this.kept(value) : value
  }

  /**
   * Leaves out what no text may hold, which escapes can spell and cutting can leave: NUL and halves of a character.
   * Cells that share one long string take no memory for it, but work wherever they are read: all count.
   */
  private kept(text: string): string {
    this.characters += text.length
    const limit = this.limits.inflated
    if (this.characters > limit) throw new SheetRefusal('expands_too_much', { limit })
    return text.replace(/\0|\p{Surrogate}/gu, '')
  }

  private refusal(
    code: 'too_many_rows' | 'too_many_columns' | 'too_many_cells',
    limit: number,
  ): SheetRefusal {
    return new SheetRefusal(code, { limit, sheet: this.sheet })
  }
}
