import { catalogue } from './catalogue.ts'
import { raters as en } from './en/raters.ts'
import { raters as zh } from './zh/raters.ts'

export const ratersTexts = catalogue(zh, en)
