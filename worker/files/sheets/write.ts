import { strToU8, zipSync } from 'fflate'
import { guarded } from '../../domain/sheets/formula.ts'
import { type SheetToWrite, xlsxParts } from '../../domain/sheets/xlsx/xlsx-parts.ts'

export type { SheetToWrite } from '../../domain/sheets/xlsx/xlsx-parts.ts'

/** An .xlsx file of these sheets, as `xlsxParts` lays them out. */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const entries = Object.entries(xlsxParts(sheets)).map(([name, xml]) => [name, strToU8(xml)] as const)
  // A fixed time makes equal contents equal bytes.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1, 12) })
}

/**
 * CSV in UTF-8 with a byte-order mark, which spreadsheet programs need to read Chinese. Text they might take for a
 * formula gets an apostrophe before it, which `readCsv` takes off again; numbers don't.
 */
export function writeCsv({ header, rows }: Pick<SheetToWrite, 'header' | 'rows'>): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(csvField).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function csvField(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = guarded(cell)
  return /[",\r\n\t;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
