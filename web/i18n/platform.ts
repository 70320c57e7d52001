import { catalogue } from './catalogue.ts'
import { platform as en } from './en/platform.ts'
import { platform as zh } from './zh/platform.ts'

export const platformTexts = catalogue(zh, en)
