import { catalogue } from './catalogue.ts'
import { sections as en } from './en/sections.ts'
import { sections as zh } from './zh/sections.ts'

/** The names of the console's sections, by their paths. */
export const sectionsTexts = catalogue(zh, en)
