import { catalogue } from './catalogue.ts'
import { unsaved as en } from './en/unsaved.ts'
import { unsaved as zh } from './zh/unsaved.ts'

export const unsavedTexts = catalogue(zh, en)
