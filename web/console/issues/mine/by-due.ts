import type { Issue } from '../../../../schema/api/issues.ts'

/** What is due first comes first; what has no due time comes last, the oldest number first. */
export function byDue(a: Pick<Issue, 'dueAt' | 'no'>, b: Pick<Issue, 'dueAt' | 'no'>): number {
  const [due, other] = [a.dueAt ?? '9999', b.dueAt ?? '9999']
  return due < other ? -1 : due > other ? 1 : a.no - b.no
}
