import { catalogue } from './catalogue.ts'
import { entry as en } from './en/entry.ts'
import { entry as zh } from './zh/entry.ts'

export const entryTexts = catalogue(zh, en)
