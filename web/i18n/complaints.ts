import { catalogue } from './catalogue.ts'
import { complaints as en } from './en/complaints.ts'
import { complaints as zh } from './zh/complaints.ts'

export const complaintsTexts = catalogue(zh, en)
