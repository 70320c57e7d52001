import { catalogue } from './catalogue.ts'
import { fieldPatrol as en } from './en/field-patrol.ts'
import { fieldPatrol as zh } from './zh/field-patrol.ts'

export const fieldPatrolTexts = catalogue(zh, en)
