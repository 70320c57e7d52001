import { catalogue } from './catalogue.ts'
import { home as en } from './en/home.ts'
import { home as zh } from './zh/home.ts'

export const homeTexts = catalogue(zh, en)
