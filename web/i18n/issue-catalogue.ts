import { catalogue } from './catalogue.ts'
import { issueCatalogue as en } from './en/issue-catalogue.ts'
import { issueCatalogue as zh } from './zh/issue-catalogue.ts'

export const catalogueTexts = catalogue(zh, en)
