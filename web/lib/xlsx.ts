import { type SheetToWrite, xlsxParts } from '../../worker/domain/sheets/xlsx/xlsx-parts.ts'
import { download } from './csv.ts'

export type { SheetToWrite } from '../../worker/domain/sheets/xlsx/xlsx-parts.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands the reader an .xlsx file of what is on screen, made in the browser; the zipper is fetched when first needed. */
export async function downloadXlsx(name: string, sheets: readonly SheetToWrite[]): Promise<void> {
  const { strToU8, zipSync } = await import('fflate')
  const entries = Object.entries(xlsxParts(sheets)).map(([path, xml]) => [path, strToU8(xml)] as const)
  const bytes = zipSync(Object.fromEntries(entries), { level: 6 })
  download(new File([new Uint8Array(bytes)], `${name}.xlsx`, { type }))
}
