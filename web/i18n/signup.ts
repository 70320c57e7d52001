import { catalogue } from './catalogue.ts'
import { signup as en } from './en/signup.ts'
import { signup as zh } from './zh/signup.ts'

export const signupTexts = catalogue(zh, en)
