import { catalogue } from './catalogue.ts'
import { privacy as en } from './en/privacy.ts'
import { privacy as zh } from './zh/privacy.ts'

export const privacyTexts = catalogue(zh, en)
