import { catalogue } from './catalogue.ts'
import { standings as en } from './en/standings.ts'
import { standings as zh } from './zh/standings.ts'

export const standingsTexts = catalogue(zh, en)
