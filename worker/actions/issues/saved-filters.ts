import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { NewSavedFilter, SavedFilter } from '../../../schema/api/issues.ts'
import { savedFilter } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { listFilters, ownFilter, type SavedFilterRow } from '../../data/saved-filters.ts'
import { can } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Filters a member keeps, and those shared with it. */
export async function filtersOf({
  db,
  member,
}: Pick<CountyContext, 'db' | 'member'>): Promise<SavedFilter[]> {
  return (await listFilters(db, member.id)).map((row) => filterOf(row, member.id))
}

/** Keeps a filter; sharing one is for the office. Errors: forbidden, id_taken. */
export async function saveFilter(
  context: CountyContext,
  wanted: z.infer<typeof NewSavedFilter>,
): Promise<SavedFilter> {
  const { db, member, now } = context
  if (wanted.shared && !can(member, 'category.write')) throw new Problem('forbidden')
  const row = {
    ...{ ...wanted, id: wanted.id ?? newId(now.getTime()), member: member.id },
    at: now.toISOString(),
  }
  const [[added]] = await db.write(
    db.insert(savedFilter, row, { taken: 'ignore' }),
    record(context, 'filter.save', row.id, { list: row.list, shared: row.shared }, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return filterOf(added, member.id)
}

/** Takes away a filter of one's own; the office also shared ones. Errors: not_found. */
export async function removeFilter(context: CountyContext, id: string): Promise<void> {
  const { db, member } = context
  const [[removed]] = await db.write(
    db.remove(savedFilter, ownFilter(id, member.id, can(member, 'category.write'))),
    record(context, 'filter.remove', id, {}, sql`changes() > 0`),
  )
  if (!removed) throw new Problem('not_found')
}

function filterOf({ id, list, name, query, shared, member }: SavedFilterRow, own: string): SavedFilter {
  return { id, list, name, query, shared, own: member === own }
}
