import { catalogue } from './catalogue.ts'
import { fieldOutbox as en } from './en/field-outbox.ts'
import { fieldOutbox as zh } from './zh/field-outbox.ts'

export const fieldOutboxTexts = catalogue(zh, en)
