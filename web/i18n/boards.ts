import { catalogue } from './catalogue.ts'
import { boards as en } from './en/boards.ts'
import { boards as zh } from './zh/boards.ts'

export const boardsTexts = catalogue(zh, en)
