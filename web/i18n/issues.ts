import { catalogue } from './catalogue.ts'
import { issues as en } from './en/issues.ts'
import { issues as zh } from './zh/issues.ts'

export const issuesTexts = catalogue(zh, en)
