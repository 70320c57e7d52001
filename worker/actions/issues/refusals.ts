import type { FieldError } from '../../problems/problem.ts'
import { Problem } from '../../problems/problem.ts'

const messages = {
  unknown: { zh: '没有这一项，或者已经停用', en: 'There is no such thing, or it has been retired' },
  future: { zh: '时间在将来', en: 'This time is in the future' },
  past: { zh: '时间已经过去', en: 'This time has passed' },
  missing: { zh: '请填写', en: 'This is needed here' },
  misplaced: { zh: '这一步不用填写这一项', en: 'This step does not take this' },
  unled: { zh: '没有规则说明由谁负责，请指定', en: 'No rule says who leads this; name somebody' },
  lead_assists: { zh: '责任单位不能同时是配合单位', en: 'Who leads cannot assist as well' },
  elsewhere: { zh: '只有当场解决的实地走访才能这样登记', en: 'Only a field visit is solved on the spot' },
  itself: { zh: '不能与自己合并', en: 'It cannot be joined to itself' },
  joined: { zh: '那一项已经并入别的问题', en: 'That one has itself been joined to another' },
} as const

export type Fault = { path: string; fault: keyof typeof messages }

/** A 422 that says what is wrong where. */
export function refused(faults: readonly Fault[]): Problem {
  return new Problem(
    'invalid',
    {},
    {
      fields: (language): FieldError[] =>
        faults.map(({ path, fault }) => ({ path, message: messages[fault][language] })),
    },
  )
}
