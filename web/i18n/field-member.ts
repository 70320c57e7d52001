import { catalogue } from './catalogue.ts'
import { fieldMember as en } from './en/field-member.ts'
import { fieldMember as zh } from './zh/field-member.ts'

export const fieldMemberTexts = catalogue(zh, en)
