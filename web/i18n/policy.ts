import { catalogue } from './catalogue.ts'
import { policy as en } from './en/policy.ts'
import { policy as zh } from './zh/policy.ts'

export const policyTexts = catalogue(zh, en)
