import { catalogue } from './catalogue.ts'
import { members as en } from './en/members.ts'
import { members as zh } from './zh/members.ts'

export const membersTexts = catalogue(zh, en)
