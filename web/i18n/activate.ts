import { catalogue } from './catalogue.ts'
import { activate as en } from './en/activate.ts'
import { activate as zh } from './zh/activate.ts'

export const activateTexts = catalogue(zh, en)
