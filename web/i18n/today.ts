import { catalogue } from './catalogue.ts'
import { today as en } from './en/today.ts'
import { today as zh } from './zh/today.ts'

export const todayTexts = catalogue(zh, en)
