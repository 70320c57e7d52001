import { guarded } from '../../worker/domain/sheets/formula.ts'

/** Rows as CSV that Excel and WPS open with the right characters: UTF-8 with its mark, CRLF, quoted where needed. */
export function csvFile(rows: readonly (readonly string[])[], name: string): File {
  const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
  return new File([`\ufeff${text}\r\n`], name, { type: 'text/csv' })
}

/** Hands a file to the reader. */
export function download(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A cell that a spreadsheet would take for a formula is led by an apostrophe. */
function quoted(cell: string): string {
  const safe = guarded(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
