import { catalogue } from './catalogue.ts'
import { auditSeals as en } from './en/audit-seals.ts'
import { auditSeals as zh } from './zh/audit-seals.ts'

export const auditSealsTexts = catalogue(zh, en)
