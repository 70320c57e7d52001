import type { Cell } from './cell.ts'

export type Delimiter = ',' | '\t' | ';'

/**
 * Delimited text (RFC 4180: quoted fields, doubled quotes, line breaks inside quotes) as rows of text cells; CSV
 * files and what is pasted from a spreadsheet both come through here. Stops after `most` rows, one more than asked
 * for, so that the caller can tell that there were too many.
 */
export function readDelimited(
  text: string,
  delimiter: Delimiter = guessDelimiter(text),
  most = Infinity,
): Cell[][] {
  const rows = split(text, delimiter, most, true)
  // A quote that is never closed would swallow the rest of the sheet: then quotes are ordinary characters.
  return rows ?? split(text, delimiter, most, false) ?? []
}

/**
 * Tab wins where there is any, as a paste from a spreadsheet has; otherwise what the first lines have most of. What
 * stands within quoted fields separates nothing.
 */
export function guessDelimiter(text: string): Delimiter {
  const start = text.slice(0, 4000).replace(/(^|[,;\t\r\n])"(?:[^"]|"")*"(?=[,;\t\r\n]|$)/g, '$1')
  if (start.includes('\t')) return '\t'
  const count = (mark: string) => start.split(mark).length
  return count(';') > count(',') ? ';' : ','
}

function split(text: string, delimiter: Delimiter, most: number, quotes: boolean): Cell[][] | null {
  const rows: Cell[][] = []
  let row: Cell[] = []
  let at = 0
  const endRow = () => {
    rows.push(row.every((cell) => cell === null) ? [] : row)
    row = []
  }
  while (at < text.length) {
    const field = quotes && text[at] === '"' ? quotedField(text, at) : bareField(text, at, delimiter)
    if (!field) return null
    // What follows a closing quote up to the delimiter belongs to the field ("石门"村), as spreadsheets read it.
    const rest = bareField(text, field.end, delimiter)
    row.push(field.value + rest.value || null)
    at = rest.end
    if (text[at] === delimiter) {
      at += 1
      if (at === text.length) row.push(null)
      continue
    }
    endRow()
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (rows.length > most) return rows
  }
  if (row.length > 0) endRow()
  return rows
}

function quotedField(text: string, start: number): { value: string; end: number } | null {
  let from = start + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

function bareField(text: string, start: number, delimiter: Delimiter): { value: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end }
}
