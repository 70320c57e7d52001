import { catalogue } from './catalogue.ts'
import { roles as en } from './en/roles.ts'
import { roles as zh } from './zh/roles.ts'

export const rolesTexts = catalogue(zh, en)
