import { catalogue } from './catalogue.ts'
import { dates as en } from './en/dates.ts'
import { dates as zh } from './zh/dates.ts'

export const datesTexts = catalogue(zh, en)
