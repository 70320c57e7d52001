import type { ProblemEntry } from './entry.ts'

export const privacyProblems = {
  erasure_confirm: {
    status: 422,
    zh: ['姓名不一致', '删除后不能恢复：请完整输入此人的姓名来确认。'],
    en: ['The name differs', 'An erasure cannot be undone: type the person’s full name to confirm it.'],
  },
} as const satisfies Record<string, ProblemEntry>
