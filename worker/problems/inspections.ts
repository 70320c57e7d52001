import type { ProblemEntry } from './entry.ts'

export const inspectionProblems = {
  sheet_unsound: {
    status: 422,
    zh: ['打分表不能成立', '按这样的表打不出分，请按 errors 中的说明修改；什么都没有保存。'],
    en: [
      'Sheet cannot work',
      'Nothing can be scored with it. Correct what `errors` lists; nothing was saved.',
    ],
  },
  sheet_retired: {
    status: 409,
    zh: ['打分表已停用', '这张打分表已经停用，请换一张，或请县办公室恢复。'],
    en: ['Sheet retired', 'This sheet is no longer in use. Take another, or ask the office to restore it.'],
  },
  inspection_refused: {
    status: 422,
    zh: ['督查记录有误', '请按 errors 中的说明修改后再提交；什么都没有保存。'],
    en: ['Inspection refused', 'Correct what `errors` lists and send it again; nothing was saved.'],
  },
  inspection_annulled: {
    status: 409,
    zh: ['已经作废', '这次督查已经作废。'],
    en: ['Already annulled', 'This inspection has been annulled before.'],
  },
  visit_not_planned: {
    status: 409,
    zh: ['这次到访已办结', '这次到访已经完成或取消。'],
    en: ['Visit settled', 'This visit has been made or cancelled.'],
  },
  draw_empty: {
    status: 422,
    zh: ['抽不出来', '按这些组和范围，没有一个地方能派出去。'],
    en: ['Nothing drawn', 'With these groups and this reach nobody can be sent anywhere.'],
  },
  source_derived: {
    status: 409,
    zh: ['这个来源自动取数', '来源“{source}”由督查记录或问题台账自动得出，不用也不能填报。'],
    en: [
      'Source fills itself',
      'The source "{source}" follows from inspections or the issue ledger. Nothing is typed for it.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
