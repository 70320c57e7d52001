import type { ProblemEntry } from './entry.ts'

export const outreachProblems = {
  activity_changed: {
    status: 409,
    zh: ['这条记录刚被别人改过', '请先看看现在的内容，再决定要不要改；您填的内容还在。'],
    en: [
      'Changed by somebody else',
      'See how the entry stands now before changing it; what you typed is still here.',
    ],
  },
  activity_retracted: {
    status: 409,
    zh: ['这条记录已撤回', '撤回的记录不再改动。'],
    en: ['Taken back', 'An entry that was taken back stays as it is.'],
  },
  meeting_changed: {
    status: 409,
    zh: ['会议记录刚被别人改过', '请先看看现在的内容，再决定要不要改；您填的内容还在。'],
    en: [
      'Changed by somebody else',
      'See how the record stands now before changing it; what you typed is still here.',
    ],
  },
  decision_taken: {
    status: 409,
    zh: ['这项议定事项已经转办', '它已经成为任务或问题，不能再转一次，也不能改、不能删。'],
    en: [
      'Already handed on',
      'This decision has become a task or an issue; it cannot be handed on again, changed or left out.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
