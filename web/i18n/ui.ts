import { catalogue } from './catalogue.ts'
import { ui as en } from './en/ui.ts'
import { ui as zh } from './zh/ui.ts'

export const uiTexts = catalogue(zh, en)
