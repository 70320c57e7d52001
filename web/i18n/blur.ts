import { catalogue } from './catalogue.ts'
import { blur as en } from './en/blur.ts'
import { blur as zh } from './zh/blur.ts'

/** The tool that makes faces and number plates unrecognisable. */
export const blurTexts = catalogue(zh, en)
