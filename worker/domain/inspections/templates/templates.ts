import type { SheetTemplate } from '../../../../schema/api/scoring-sheets.ts'
import { checklistTemplates } from './checklists.ts'
import { deductionTemplates } from './deductions.ts'

/** The sheets shipped with the service; a county makes its own from them and changes those as it likes. */
export const sheetTemplates: readonly SheetTemplate[] = [...deductionTemplates, ...checklistTemplates]

export function findTemplate(key: string): SheetTemplate | undefined {
  return sheetTemplates.find((template) => template.key === key)
}
