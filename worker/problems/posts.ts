import type { ProblemEntry } from './entry.ts'

export const postProblems = {
  post_area: {
    status: 422,
    zh: ['任职地点不对', '分管领导、主要领导设在乡镇，其他职务设在村（社区）。'],
    en: [
      'Wrong place for the post',
      'Deputy and top leaders hold their post in a township; every other post is in a village.',
    ],
  },
  post_ends_early: {
    status: 422,
    zh: ['任职日期不对', '结束日期早于开始日期。'],
    en: ['Ends before it starts', 'The last day lies before the first.'],
  },
} as const satisfies Record<string, ProblemEntry>
