import { catalogue } from './catalogue.ts'
import { closing as en } from './en/closing.ts'
import { closing as zh } from './zh/closing.ts'

export const closingTexts = catalogue(zh, en)
