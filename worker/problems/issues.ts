import type { ProblemEntry } from './entry.ts'

export const issueProblems = {
  issue_moved_on: {
    status: 409,
    zh: ['问题已有变化', '这一问题现在的状态不能这样办，或者有人先办了一步；请看最新情况后再办。'],
    en: [
      'The issue has moved on',
      'It cannot be done from its present state, or somebody was first. Look at it again, then decide.',
    ],
  },
  own_work: {
    status: 409,
    zh: ['不能验收自己的整改', '整改的人和他所在的村、乡镇或单位不能验收；请由别人来看。'],
    en: [
      'Nobody verifies their own work',
      'Whoever rectified it, and their village, township or unit, cannot judge it. Somebody else must look.',
    ],
  },
  category_in_use: {
    status: 409,
    zh: ['类别正在使用', '已有问题或规则用了这个类别，不能删除；可以停用。'],
    en: ['Category in use', 'Issues or rules are of this category, so it stays. It can be retired.'],
  },
} as const satisfies Record<string, ProblemEntry>
