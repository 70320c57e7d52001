import { catalogue } from './catalogue.ts'
import { plain as en } from './en/plain.ts'
import { plain as zh } from './zh/plain.ts'

export const plainTexts = catalogue(zh, en)
