import { catalogue } from './catalogue.ts'
import { why as en } from './en/why.ts'
import { why as zh } from './zh/why.ts'

export const whyTexts = catalogue(zh, en)
