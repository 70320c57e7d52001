import type { ColumnArticle, ColumnQuery } from '../../../schema/api/columns.ts'
import { type ColumnFilter, selectColumns } from '../../data/columns.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectNamesOf } from '../../data/names.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { isShown } from '../../domain/columns/acts.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { columnsFrom } from './column-view.ts'

/**
 * A page of articles, the newest change first: what stands in the columns to every member, the rest to those who write
 * and review, within their reach. One round trip. Errors: forbidden.
 */
export async function columnsInReach(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { limit = 25, cursor, ...wanted }: ColumnQuery,
): Promise<{ items: ColumnArticle[]; nextCursor: string | null }> {
  const filter = narrowed(wanted, member)
  if (!filter) return { items: [], nextCursor: null }
  const page = selectColumns(db, filter, limit + 1, cursor)
  const [rows, names] = await db.together(page, selectNamesOf(db, idsIn(page, ['area'])))
  const items = columnsFrom(rows.slice(0, limit), names)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last ? `${last.at} ${last.id}` : null
  if (can(member, 'column.draft', {})) return { items, nextCursor }
  const own = (township: string | null) => can(member, 'column.draft', { township })
  const shown = items.map((item) => (own(item.township) ? item : { ...item, issue: null, reason: null }))
  return { items: shown, nextCursor }
}

/** The filter within a member's reach; undefined where the two have nothing in common. */
function narrowed(filter: ColumnFilter, member: Member): ColumnFilter | undefined {
  if (filter.state === undefined || isShown(filter.state)) return filter
  if (!can(member, 'column.draft')) throw new Problem('forbidden')
  if (can(member, 'column.draft', {})) return filter
  const { id } = member.scope
  return id === null || (filter.township ?? id) !== id ? undefined : { ...filter, township: id }
}
