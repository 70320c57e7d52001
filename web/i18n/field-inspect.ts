import { catalogue } from './catalogue.ts'
import { fieldInspect as en } from './en/field-inspect.ts'
import { fieldInspect as zh } from './zh/field-inspect.ts'

export const fieldInspectTexts = catalogue(zh, en)
