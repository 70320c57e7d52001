import { catalogue } from './catalogue.ts'
import { fieldScan as en } from './en/field-scan.ts'
import { fieldScan as zh } from './zh/field-scan.ts'

export const fieldScanTexts = catalogue(zh, en)
