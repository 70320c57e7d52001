import { catalogue } from './catalogue.ts'
import { fieldIssues as en } from './en/field-issues.ts'
import { fieldIssues as zh } from './zh/field-issues.ts'

export const fieldIssuesTexts = catalogue(zh, en)
