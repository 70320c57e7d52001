import type { Issue, IssueQuery } from '../../../schema/api/issues.ts'
import { type IssueFilter, selectIssueList, selectNamedIssues } from '../../data/issue-lists.ts'
import { can, type Member } from '../../domain/access/can.ts'
import type { CountyContext } from '../context.ts'
import { namesById, namesOf, shownIssue } from './issue-view.ts'

/** A page of the issues a member may see, the newest number first. One round trip. */
export async function issuesInReach(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  query: IssueQuery,
): Promise<{ items: Issue[]; nextCursor: string | null }> {
  const filter = filterOf(query)
  const reach = narrowed(filter, member)
  if (!reach) return { items: [], nextCursor: null }
  const { limit = 25, cursor } = query
  const before = cursor === undefined ? undefined : Number(cursor)
  const [rows] = await db.together(selectNamedIssues(db, selectIssueList(db, reach, limit + 1, before)))
  const names = namesById(rows.flatMap(namesOf))
  const items = rows.slice(0, limit).map((row) => shownIssue(row, names))
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.no) : null }
}

/** What a query asks for, as the reads take it. */
export function filterOf({ settled, overdue, cursor: _, limit: __, ...rest }: IssueQuery): IssueFilter {
  return {
    ...rest,
    settled: settled === undefined ? undefined : settled === 'true',
    overdue: overdue === 'true',
  }
}

/** The filter within a member's reach; undefined where the two have nothing in common. */
export function narrowed(filter: IssueFilter, member: Member): IssueFilter | undefined {
  if (can(member, 'issue.read', {})) return filter
  const { kind, id, township } = member.scope
  if (id === null) return undefined
  switch (kind) {
    case 'township':
      return (filter.township ?? id) === id ? { ...filter, township: id } : undefined
    case 'village':
    case 'grid':
      if (township !== null && (filter.township ?? township) !== township) return undefined
      return kind === 'village' && filter.area !== undefined && filter.area !== id
        ? undefined
        : { ...filter, area: id }
    case 'unit':
      return { ...filter, worker: id }
    case 'county':
      return filter
  }
}
