import { catalogue } from './catalogue.ts'
import { erasure as en } from './en/erasure.ts'
import { erasure as zh } from './zh/erasure.ts'

export const erasureTexts = catalogue(zh, en)
