import { catalogue } from './catalogue.ts'
import { scoring as en } from './en/scoring.ts'
import { scoring as zh } from './zh/scoring.ts'

/** The words of a scoring sheet that is filled in. */
export const scoringTexts = catalogue(zh, en)
