import { catalogue } from './catalogue.ts'
import { signin as en } from './en/signin.ts'
import { signin as zh } from './zh/signin.ts'

export const signinTexts = catalogue(zh, en)
