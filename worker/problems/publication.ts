import type { ProblemEntry } from './entry.ts'

export const publicationProblems = {
  publication_blocked: {
    status: 409,
    zh: [
      '还不能公布',
      '必报来源有缺项，或有异议尚未裁决（见 missing 和 objections）。确需公布的，请写明理由（waive）。',
    ],
    en: [
      'Cannot be published yet',
      'A required source is incomplete or objections are pending (see `missing` and `objections`). Publishing all the same needs a reason (`waive`).',
    ],
  },
  round_open: {
    status: 409,
    zh: ['本期尚未截止', '先截止本期，再公布。'],
    en: ['Round still open', 'Close the round before publishing it.'],
  },
  not_published: {
    status: 409,
    zh: ['本期尚未公布', '只有已公布的一期才能更正。'],
    en: ['Not published', 'Only a published round can be corrected.'],
  },
  amendments_refused: {
    status: 422,
    zh: ['更正有误', '请按 errors 中的说明修改更正内容；什么都没有保存。'],
    en: ['Amendments refused', 'Correct the amendments that `errors` lists; nothing was saved.'],
  },
  history_closed: {
    status: 409,
    zh: ['不能再导入', '这个榜已经公布过，往期颜色只能在第一次公布之前导入。'],
    en: [
      'Too late to import',
      'This board has published a round. Past colours can be brought in only before the first publication.',
    ],
  },
  sheet_no_weeks: {
    status: 422,
    zh: ['没有找到颜色', '表中要有村（社区）一列，每期一列，格里写绿、黄或红。'],
    en: [
      'No colours found',
      'The sheet needs a column of villages and a column for each round with its colours.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
