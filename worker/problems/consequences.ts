import type { ProblemEntry } from './entry.ts'

export const consequenceProblems = {
  wrong_stage: {
    status: 409,
    zh: ['现在不能这样办', '这一项已经走到别的步骤，请刷新后再看。'],
    en: ['Not at this stage', 'This action has moved to another stage. Reload and look again.'],
  },
  promises_open: {
    status: 409,
    zh: ['还有承诺没有销号', '承诺全部做到以后才能办结；还没做到的，可以先定回访日期。'],
    en: [
      'Promises are still open',
      'It can be completed once every promise is kept; until then, set a follow-up day.',
    ],
  },
  cancelled_by_correction: {
    status: 409,
    zh: ['不能恢复', '这一项是更正榜单时取消的，只有再次更正才会恢复。'],
    en: [
      'Cannot be called back',
      'A correction of the standings cancelled it; only another correction brings it back.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
