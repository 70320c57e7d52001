import { catalogue } from './catalogue.ts'
import { compare as en } from './en/compare.ts'
import { compare as zh } from './zh/compare.ts'

export const compareTexts = catalogue(zh, en)
