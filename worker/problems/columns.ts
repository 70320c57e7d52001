import type { ProblemEntry } from './entry.ts'

export const columnProblems = {
  column_moved_on: {
    status: 409,
    zh: ['稿件已有变化', '稿件现在的状态不能这样办，或者有人刚改过；请看最新内容后再办。'],
    en: [
      'The article has moved on',
      'It cannot be done from its present state, or somebody has just changed it. Look at it again, then decide.',
    ],
  },
  column_own_review: {
    status: 409,
    zh: ['不能审核自己写过的稿件', '写过或改过这篇稿件的人不能审核，请由另一个人来审。'],
    en: [
      'Nobody reviews their own article',
      'Whoever has written on it cannot review it. Somebody else must look.',
    ],
  },
  column_not_ready: {
    status: 409,
    zh: ['稿件还不能提交或发布', '截止日期已过、曝光没有未销号的问题，或者有照片标了要打码还没有打码。'],
    en: [
      'Not ready yet',
      'Its last day has passed, an exposure has no open issue, or a photo marked for blur has no blurred copy.',
    ],
  },
  column_gone: {
    status: 410,
    zh: ['这篇已不再展示', '这篇稿件已经到期或者撤下。'],
    en: ['No longer shown', 'This article has run out or has been withdrawn.'],
  },
  column_names: {
    status: 409,
    zh: ['文中有已知的人名', '文中出现了 {names}。只写地方不写人；确认不是指人或必须保留时再发布。'],
    en: [
      'Known names stand in the text',
      'The text contains {names}. Name places, not people; publish only after making sure it is right to keep them.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
