import { catalogue } from './catalogue.ts'
import { fieldSession as en } from './en/field-session.ts'
import { fieldSession as zh } from './zh/field-session.ts'

export const fieldSessionTexts = catalogue(zh, en)
