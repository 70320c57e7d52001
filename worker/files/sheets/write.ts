import { strToU8, zipSync } from 'fflate'
import { contentTypes, packageLinks, stylesPart, workbookLinks, workbookPart } from './workbook-parts.ts'
import { type SheetToWrite, worksheetPart } from './worksheet-part.ts'

export type { SheetToWrite } from './worksheet-part.ts'

/**
 * An .xlsx file: a bold header under an optional title and note, columns sized, set to print on A4 a page wide with
 * the header repeated. Text always stays text: a cell beginning with = + - @ is quoted, so no program evaluates it.
 */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const names = uniqueNames(sheets.map(({ name }) => name))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(names.length),
    '_rels/.rels': packageLinks,
    'xl/workbook.xml': workbookPart(names, sheets),
    'xl/_rels/workbook.xml.rels': workbookLinks(names.length),
    'xl/styles.xml': stylesPart,
  }
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = worksheetPart(sheet)
  })
  const entries = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const)
  // A fixed time makes equal contents equal bytes.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1, 12) })
}

/**
 * CSV in UTF-8 with a byte-order mark, which spreadsheet programs need to read Chinese. Text they might take for a
 * formula gets an apostrophe before it; numbers don't.
 */
export function writeCsv({ header, rows }: Pick<SheetToWrite, 'header' | 'rows'>): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(csvField).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function csvField(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A sheet's name has at most 31 characters, none of []:*?/\ and no twin, capitals aside. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, at) => {
    const base = name.replace(/[[\]:*?/\\\p{Cc}]|^'|'$/gu, '').trim() || `Sheet${at + 1}`
    let unique = base.slice(0, 31)
    for (let twin = 2; taken.has(unique.toLowerCase()); twin += 1) unique = `${base.slice(0, 27)} ${twin}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
