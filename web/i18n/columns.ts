import { catalogue } from './catalogue.ts'
import { columns as en } from './en/columns.ts'
import { columns as zh } from './zh/columns.ts'

export const columnsTexts = catalogue(zh, en)
