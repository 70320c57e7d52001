import { catalogue } from './catalogue.ts'
import { interviews as en } from './en/interviews.ts'
import { interviews as zh } from './zh/interviews.ts'

export const interviewsTexts = catalogue(zh, en)
