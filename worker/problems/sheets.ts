import type { ProblemEntry } from './entry.ts'

export const sheetProblems = {} as const satisfies Record<string, ProblemEntry>
