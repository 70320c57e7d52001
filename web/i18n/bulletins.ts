import { catalogue } from './catalogue.ts'
import { bulletins as en } from './en/bulletins.ts'
import { bulletins as zh } from './zh/bulletins.ts'

export const bulletinsTexts = catalogue(zh, en)
