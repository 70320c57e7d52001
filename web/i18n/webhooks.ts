import { catalogue } from './catalogue.ts'
import { webhooks as en } from './en/webhooks.ts'
import { webhooks as zh } from './zh/webhooks.ts'

export const webhooksTexts = catalogue(zh, en)
