import { catalogue } from './catalogue.ts'
import { sheets as en } from './en/sheets.ts'
import { sheets as zh } from './zh/sheets.ts'

export const sheetsTexts = catalogue(zh, en)
