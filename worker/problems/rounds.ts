import type { ProblemEntry } from './entry.ts'

export const roundProblems = {} as const satisfies Record<string, ProblemEntry>
