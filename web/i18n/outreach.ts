import { catalogue } from './catalogue.ts'
import { outreach as en } from './en/outreach.ts'
import { outreach as zh } from './zh/outreach.ts'

export const outreachTexts = catalogue(zh, en)
