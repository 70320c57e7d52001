import { catalogue } from './catalogue.ts'
import { rounds as en } from './en/rounds.ts'
import { rounds as zh } from './zh/rounds.ts'

export const roundsTexts = catalogue(zh, en)
