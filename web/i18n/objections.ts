import { catalogue } from './catalogue.ts'
import { objections as en } from './en/objections.ts'
import { objections as zh } from './zh/objections.ts'

export const objectionsTexts = catalogue(zh, en)
