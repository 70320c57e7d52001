import { catalogue } from './catalogue.ts'
import { tokens as en } from './en/tokens.ts'
import { tokens as zh } from './zh/tokens.ts'

export const tokensTexts = catalogue(zh, en)
