import type { Language } from './language.ts'
import { type FieldError, Problem } from './problem.ts'

/** What can be wrong at one place of a body beside its form. */
const messages = {
  unknown: { zh: '没有这一项，或者已经停用', en: 'There is no such thing, or it has been retired' },
  future: { zh: '时间在将来', en: 'This time is in the future' },
  past: { zh: '日期已经过去', en: 'This day has passed' },
  twice: { zh: '重复了', en: 'Stands twice' },
  lead_assists: { zh: '责任单位不能同时是配合单位', en: 'Who leads cannot assist as well' },
  too_long: { zh: '时间范围太长，最多一年', en: 'Too long; a year at most' },
  backwards: { zh: '结束日期早于开始日期', en: 'Ends before it begins' },
} as const

export type FieldFault = { path: string; fault: keyof typeof messages }

/** Throws a 422 that says what is wrong where; nothing where nothing is. */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw problemOf(faults)
}

/** The same for one place, to throw. */
export function faultAt(path: string, fault: FieldFault['fault']): Problem {
  return problemOf([{ path, fault }])
}

function problemOf(faults: readonly FieldFault[]): Problem {
  const fields = (language: Language): FieldError[] =>
    faults.map(({ path, fault }) => ({ path, message: messages[fault][language] }))
  return new Problem('invalid', {}, { fields })
}
