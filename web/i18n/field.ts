import { catalogue } from './catalogue.ts'
import { field as en } from './en/field.ts'
import { field as zh } from './zh/field.ts'

export const fieldTexts = catalogue(zh, en)
