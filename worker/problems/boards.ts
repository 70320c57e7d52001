import type { ProblemEntry } from './entry.ts'

export const boardProblems = {
  area_level: {
    status: 422,
    zh: ['上级不对', '这一级区域不能直接放在所选的上级之下。'],
    en: ['Wrong parent', 'An area of this level cannot stand directly under that parent.'],
  },
  too_many_subjects: {
    status: 422,
    zh: ['参评对象太多', '一期最多 {limit} 个参评对象，请把榜设在更小的范围内。'],
    en: ['Too many subjects', 'A round holds at most {limit} subjects. Set the board up for a smaller area.'],
  },
  campaign_ends_early: {
    status: 422,
    zh: ['起止日期不对', '结束日期早于开始日期。'],
    en: ['Ends before it starts', 'The last day lies before the first.'],
  },
  owner_level: {
    status: 422,
    zh: ['榜的归属不对', '榜可归县、乡镇或村所有，参评对象要在它之下。'],
    en: [
      'Wrong owner',
      'A county, a township or a village owns a board, and its subjects lie below that owner.',
    ],
  },
  policy_unsound: {
    status: 422,
    zh: ['规则不能成立', '按这样的规则排不出名次，请按 errors 中的说明修改。'],
    en: ['Policy cannot work', 'Nothing can be ranked by this policy. Correct what `errors` lists.'],
  },
  policy_in_use: {
    status: 409,
    zh: ['已有报送', '进行中的一期已有来源 {sources} 的报送，请先撤回，或等本期关闭后再改。'],
    en: [
      'Reports stand',
      'The open round already has reports for {sources}. Withdraw them, or wait until the round is closed.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
