import { catalogue } from './catalogue.ts'
import { scoringSheets as en } from './en/scoring-sheets.ts'
import { scoringSheets as zh } from './zh/scoring-sheets.ts'

export const scoringSheetsTexts = catalogue(zh, en)
