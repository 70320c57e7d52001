import type { FieldBundle } from '../../../../schema/api/field.ts'
import type { ScoringSheet } from '../../../../schema/api/scoring-sheets.ts'
import type { InspectionRecord } from './inspection-draft.ts'

const keyOf = (sheet: string, version: number) => `field-sheet/${sheet}/${version}`

/** Keeps the sheet a draft is made with: the county may change it while the draft waits, and it must still open. */
export function keepSheet(sheet: ScoringSheet): void {
  try {
    localStorage.setItem(keyOf(sheet.id, sheet.version), JSON.stringify(sheet))
  } catch {
    // Without room the sheet of the last sync serves.
  }
}

/** The version of the sheet that an inspection was begun with, or else the newest one known. */
export function sheetOf(
  { sheets }: FieldBundle,
  { sheet = '', version = 0 }: InspectionRecord,
): ScoringSheet | undefined {
  const same = sheets.find((one) => one.id === sheet && one.version === version)
  return same ?? kept(keyOf(sheet, version)) ?? sheets.find((one) => one.id === sheet)
}

function kept(key: string): ScoringSheet | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const whole = typeof value === 'object' && value !== null && 'items' in value && 'method' in value
    return whole ? (value as ScoringSheet) : undefined
  } catch {
    return undefined
  }
}
