/**
 * One cell as it was read. Dates are ISO text (`2026-03-04`), a number shown as a percentage is text (`98%`),
 * an error cell is its own text (`#REF!`), an empty cell is null.
 */
export type Cell = string | number | boolean | null

/** `rows[0]` is the sheet's first row; blank rows are there as `[]`, so row numbers match what the user sees. */
export type Sheet = { name: string; hidden?: boolean; rows: Cell[][] }

/** Something to tell the user, worded from a catalogue: a stable code and the values its sentence needs. */
export type Complaint<Code extends string = string> = { code: Code; params: ComplaintParams }
export type ComplaintParams = Readonly<
  Record<string, string | number | readonly string[] | readonly number[]>
>

const LONGEST_READ = 200
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu

/**
 * A cell's text for comparing: half-width (NFKC), without invisible characters, white space collapsed, at most
 * 200 characters, so that no cell however long can make a sheet slow to read.
 */
export function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'string' ? cell.slice(0, LONGEST_READ) : String(cell)
  return text.replace(/\s+/gu, ' ').normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
}

/** The same without any white space: 合 计 is 合计, 石 门 村 is 石门村. */
export function compact(cell: Cell | undefined): string {
  return plain(cell).replaceAll(' ', '')
}

export function isBlank(row: readonly Cell[]): boolean {
  return row.every((cell) => plain(cell) === '')
}
