import { catalogue } from './catalogue.ts'
import { setup as en } from './en/setup.ts'
import { setup as zh } from './zh/setup.ts'

export const setupTexts = catalogue(zh, en)
