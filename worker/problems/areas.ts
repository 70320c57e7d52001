import type { ProblemEntry } from './entry.ts'

export const areaProblems = {
  merger_refused: {
    status: 409,
    zh: ['不能合并', '请先处理 obstacles 中列出的情况；什么都没有改变。'],
    en: ['Cannot be merged', 'Settle what `obstacles` lists first; nothing was changed.'],
  },
  pick_unclear: {
    status: 422,
    zh: ['指定行有误', 'pick 应写作 行号:区域编号，或 行号:new。'],
    en: ['Unclear pick', 'Write pick as ROW:AREA or ROW:new.'],
  },
} as const satisfies Record<string, ProblemEntry>
