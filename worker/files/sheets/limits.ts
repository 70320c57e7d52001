/** What a file may ask of us. `bytes` is the file, `inflated` all parts of a workbook together, unpacked. */
export type SheetLimits = {
  bytes: number
  inflated: number
  parts: number
  sheets: number
  rows: number
  columns: number
  cells: number
}

/**
 * A county's largest sheet, 1,526 villages by a dozen columns, needs about a tenth of each. The worst file within
 * them costs a second or two of computing, and fits the 128 MB a worker has.
 */
export const sheetLimits: SheetLimits = {
  bytes: 2 * 1024 * 1024,
  inflated: 16 * 1024 * 1024,
  parts: 200,
  sheets: 50,
  rows: 20_000,
  columns: 200,
  cells: 400_000,
}
