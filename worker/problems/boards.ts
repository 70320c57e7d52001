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
} as const satisfies Record<string, ProblemEntry>
