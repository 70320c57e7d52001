import { catalogue } from './catalogue.ts'
import { grids as en } from './en/grids.ts'
import { grids as zh } from './zh/grids.ts'

export const gridsTexts = catalogue(zh, en)
