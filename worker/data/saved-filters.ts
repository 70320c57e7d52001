import { and, eq, or, type SQL } from 'drizzle-orm'
import { savedFilter } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

export type SavedFilterRow = Row<typeof savedFilter>

/** A member's own filters and those shared with everybody. */
export async function listFilters(db: CountyDb, member: string): Promise<SavedFilterRow[]> {
  const visible = or(eq(savedFilter.member, member), eq(savedFilter.shared, true))
  const lists = and(eq(savedFilter.list, 'issues'), visible)
  return db.find(savedFilter, lists, { orderBy: savedFilter.id, limit: 500 })
}

/** The filters that a member may take away: its own; with `any`, everybody's shared ones too. */
export function ownFilter(id: string, member: string, any: boolean): SQL {
  const own = eq(savedFilter.member, member)
  const may = any ? (or(own, eq(savedFilter.shared, true)) ?? own) : own
  return and(eq(savedFilter.id, id), may) ?? own
}
