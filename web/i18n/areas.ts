import { catalogue } from './catalogue.ts'
import { areas as en } from './en/areas.ts'
import { areas as zh } from './zh/areas.ts'

export const areasTexts = catalogue(zh, en)
