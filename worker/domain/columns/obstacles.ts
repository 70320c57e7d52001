import type { ColumnKind, ColumnObstacle } from '../../../schema/api/columns.ts'

/** What decides whether an article may go on; `issue` is the one it names, if it names one. */
export type Going = {
  kind: ColumnKind
  expiresOn: string
  issue: { settled: boolean } | undefined
  photos: readonly { role: 'shown' | 'after'; blur: boolean; copy: string | null }[]
}

/**
 * What keeps an article from being submitted or published on a day (Asia/Shanghai): its last day has passed, an
 * exposure without an issue or of one that is settled already, a photo marked for blur without its blurred copy.
 */
export function obstaclesOf({ kind, expiresOn, issue, photos }: Going, today: string): ColumnObstacle[] {
  const found: ColumnObstacle[] = []
  if (expiresOn < today) found.push('past')
  if (kind === 'exposure' && !issue) found.push('no_issue')
  if (kind === 'exposure' && issue?.settled) found.push('issue_settled')
  if (photos.some(({ role, blur, copy }) => role === 'shown' && blur && copy === null))
    found.push('unblurred')
  return found
}
