import { catalogue } from './catalogue.ts'
import { account as en } from './en/account.ts'
import { account as zh } from './zh/account.ts'

export const accountTexts = catalogue(zh, en)
