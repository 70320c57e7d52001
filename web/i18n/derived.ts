import { catalogue } from './catalogue.ts'
import { derived as en } from './en/derived.ts'
import { derived as zh } from './zh/derived.ts'

/** The words of sources that fill themselves. */
export const derivedTexts = catalogue(zh, en)
