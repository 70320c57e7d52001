import { catalogue } from './catalogue.ts'
import { ranking as en } from './en/ranking.ts'
import { ranking as zh } from './zh/ranking.ts'

/** Words of boards and rounds that several sections use. */
export const rankingTexts = catalogue(zh, en)
