import type { Sheet } from '../domain/sheets/cell.ts'
import { plain } from '../domain/sheets/cell.ts'
import { readCsv } from './sheets/csv.ts'
import { formatOf } from './sheets/format.ts'
import { type SheetLimits, sheetLimits } from './sheets/limits.ts'
import { type SheetProblem, SheetRefusal } from './sheets/problem.ts'
import { readWorkbook } from './sheets/workbook.ts'

export type SheetRead = { ok: true; sheets: Sheet[] } | SheetProblem

/**
 * A spreadsheet's cells from its bytes: .xlsx, or CSV / tab-separated text in UTF-8, UTF-16 or GB18030, told apart
 * by content and not by name. Never throws: what can't or mustn't be read comes back as a problem with its code.
 */
export async function readSheet(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<SheetRead> {
  const bounds = { ...sheetLimits, ...limits }
  if (bytes.length === 0) return { ok: false, problem: 'empty' }
  if (bytes.length > bounds.bytes) return { ok: false, problem: 'too_large', limit: bounds.bytes }
  const format = formatOf(bytes)
  if (format.kind === 'refused') return { ok: false, problem: format.problem }
  try {
    const sheets = format.kind === 'zip' ? readWorkbook(bytes, bounds) : readCsv(bytes, bounds)
    const filled = sheets.some(({ rows }) => rows.some((row) => row.some((cell) => plain(cell) !== '')))
    return filled ? { ok: true, sheets } : { ok: false, problem: 'no_cells' }
  } catch (error) {
    // The unpacker throws its own errors for broken streams.
    return error instanceof SheetRefusal ? error.problem : { ok: false, problem: 'damaged' }
  }
}
