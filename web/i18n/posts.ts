import { catalogue } from './catalogue.ts'
import { posts as en } from './en/posts.ts'
import { posts as zh } from './zh/posts.ts'

export const postsTexts = catalogue(zh, en)
