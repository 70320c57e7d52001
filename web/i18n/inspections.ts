import { catalogue } from './catalogue.ts'
import { inspections as en } from './en/inspections.ts'
import { inspections as zh } from './zh/inspections.ts'

export const inspectionsTexts = catalogue(zh, en)
