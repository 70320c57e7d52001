import { catalogue } from './catalogue.ts'
import { meetings as en } from './en/meetings.ts'
import { meetings as zh } from './zh/meetings.ts'

export const meetingsTexts = catalogue(zh, en)
