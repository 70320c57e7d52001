import { contentTypes, packageLinks, stylesPart, workbookLinks, workbookPart } from './workbook-parts.ts'
import { type SheetToWrite, worksheetPart } from './worksheet-part.ts'

export type { SheetToWrite } from './worksheet-part.ts'

/**
 * The parts of an .xlsx file by path, ready to be zipped: a bold header under an optional title and note, columns sized,
 * set to print on A4 a page wide with the header repeated. Text always stays text: a cell beginning with = + - @ is
 * quoted, so no program evaluates it.
 */
export function xlsxParts(sheets: readonly SheetToWrite[]): Record<string, string> {
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
  return parts
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
