import type { Cell, Sheet } from '../../domain/sheets/cell.ts'
import { readDelimited } from '../../domain/sheets/delimited.ts'
import { unguarded } from '../../domain/sheets/formula.ts'
import { CellGrid } from './cell-grid.ts'
import { markupIn } from './format.ts'
import type { SheetLimits } from './limits.ts'
import { SheetRefusal } from './problem.ts'

/** Delimited text in UTF-8, UTF-16 (with its mark) or GB18030, as one nameless sheet. Throws SheetRefusal. */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Sheet[] {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new SheetRefusal('empty')
  const markup = markupIn(text)
  if (markup) throw new SheetRefusal(markup)
  if (/(?!\s)\p{Cc}/u.test(text)) throw new SheetRefusal('unknown_format')
  const rows = readDelimited(text, undefined, limits.rows)
  return [{ name: '', rows: within(rows, limits) }]
}

/** A mark decides; without one it is UTF-8 if it can be, and otherwise GB18030, what Chinese Windows saves. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (!marked && bytes.subarray(0, 4096).includes(0)) throw new SheetRefusal('unknown_format')
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
    } catch {
      // not this one
    }
  }
  throw new SheetRefusal('unknown_encoding')
}

function within(rows: Cell[][], limits: SheetLimits): Cell[][] {
  const grid = new CellGrid('', limits)
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      grid.put(r + 1, c + 1, typeof cell === 'string' ? unguarded(cell) : cell)
    })
  })
  return grid.rows
}
