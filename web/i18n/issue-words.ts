import { catalogue } from './catalogue.ts'
import { issueWords as en } from './en/issue-words.ts'
import { issueWords as zh } from './zh/issue-words.ts'

/** What the console calls an issue's states, steps, sources and deadlines. */
export const issueWordsTexts = catalogue(zh, en)
