import { catalogue } from './catalogue.ts'
import { units as en } from './en/units.ts'
import { units as zh } from './zh/units.ts'

export const unitsTexts = catalogue(zh, en)
