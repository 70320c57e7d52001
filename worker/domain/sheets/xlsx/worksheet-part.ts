import { looksLikeFormula } from '../formula.ts'
export type SheetToWrite = {
  name: string
  header: readonly string[]
  /** Column widths in characters; a Chinese character takes two. */
  widths?: readonly number[]
  rows: readonly (readonly (string | number | null)[])[]
  title?: string
  /** A line under the title: the round, when it closed, the revision. */
  note?: string
}

/** Style numbers of stylesPart in workbook-parts.ts. */
const STYLE = { plain: 1, quoted: 2, header: 3, title: 4, note: 5 } as const
const LONGEST_CELL = 32_767

/** One sheet as XML, its strings inline: what is written once need not be shared. */
export function worksheetPart(sheet: SheetToWrite): string {
  const width = Math.max(1, sheet.header.length)
  const lead = leadRows(sheet)
  const headerRow = lead.length + 1
  const rows = [
    ...lead.map(({ text, style }, at) => `<row r="${at + 1}">${textCell(at + 1, 1, text, style)}</row>`),
    rowOf(headerRow, sheet.header, STYLE.header),
    ...sheet.rows.map((row, at) => rowOf(headerRow + 1 + at, row)),
  ]
  const merges =
    width > 1 ? lead.map((_, at) => `<mergeCell ref="A${at + 1}:${columnName(width)}${at + 1}"/>`) : []
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" `,
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columnWidths(sheet, width)}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}

/** The rows that repeat on every printed page, as a range: `$1:$3`. */
export function titleRows(sheet: SheetToWrite): string {
  return `$1:$${leadRows(sheet).length + 1}`
}

export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

function leadRows({ title, note }: SheetToWrite): { text: string; style: number }[] {
  const rows: { text: string; style: number }[] = []
  if (title) rows.push({ text: title, style: STYLE.title })
  if (note) rows.push({ text: note, style: STYLE.note })
  return rows
}

function rowOf(
  number: number,
  cells: readonly (string | number | null)[],
  style: number = STYLE.plain,
): string {
  const written = cells.map((cell, at) => {
    if (typeof cell === 'string') return textCell(number, at + 1, cell, style)
    const value = cell === null || !Number.isFinite(cell) ? '' : `<v>${cell}</v>`
    return `<c r="${columnName(at + 1)}${number}" s="${style}">${value}</c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

function textCell(row: number, column: number, text: string, style: number): string {
  const quoted = style === STYLE.plain && looksLikeFormula(text) ? STYLE.quoted : style
  // _x0041_ would be read back as the letter A.
  const literal = text.slice(0, LONGEST_CELL).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
  const value = `<is><t xml:space="preserve">${escapeXml(literal)}</t></is>`
  return `<c r="${columnName(column)}${row}" s="${quoted}" t="inlineStr">${value}</c>`
}

function columnWidths({ widths, header }: SheetToWrite, width: number): string {
  return Array.from({ length: width }, (_, at) => {
    const size = widths?.[at] ?? Math.max(8, (header[at]?.length ?? 0) * 2 + 2)
    return `<col min="${at + 1}" max="${at + 1}" width="${size}" customWidth="1"/>`
  }).join('')
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter
}
