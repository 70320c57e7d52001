import type { ProblemEntry } from './entry.ts'

export const objectionProblems = {
  objections_closed: {
    status: 409,
    zh: ['现在不能提异议', '只有在本期截止之后、公布之前可以提异议。'],
    en: ['No objections now', 'Objections are heard after a round has closed and before it is published.'],
  },
  already_ruled: {
    status: 409,
    zh: ['已经裁决', '这项异议已经裁决，不能再改。'],
    en: ['Already ruled on', 'This objection has been ruled on; the ruling stays.'],
  },
  amendments_without_upholding: {
    status: 422,
    zh: ['不支持的异议不能附更正', '只有支持异议时才能附更正。'],
    en: ['Nothing to amend', 'Only a ruling that upholds the objection carries amendments.'],
  },
  not_to_record: {
    status: 409,
    zh: ['不能登记', '这一项已暂停或已取消，不能登记结果。'],
    en: ['Cannot be recorded', 'This action is paused or cancelled, so nothing can be recorded.'],
  },
  already_recorded: {
    status: 409,
    zh: ['已经登记', '这一项已经登记过，登记的内容不能再改。'],
    en: ['Already recorded', 'This action has been recorded, and the record stays.'],
  },
} as const satisfies Record<string, ProblemEntry>
