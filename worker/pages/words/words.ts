import type { Language } from '../../problems/language.ts'
import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

export type { Words }
export const wordsOf: Record<Language, Words> = { zh, en }
