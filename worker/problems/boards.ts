import type { ProblemEntry } from './entry.ts'

export const boardProblems = {
  area_level: {
    status: 422,
    zh: ['上级不对', '这一级区域不能直接放在所选的上级之下。'],
    en: ['Wrong parent', 'An area of this level cannot stand directly under that parent.'],
  },
} as const satisfies Record<string, ProblemEntry>
