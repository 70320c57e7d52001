import { catalogue } from './catalogue.ts'
import { cockpit as en } from './en/cockpit.ts'
import { cockpit as zh } from './zh/cockpit.ts'

export const cockpitTexts = catalogue(zh, en)
