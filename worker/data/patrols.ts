import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { patrol } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type PatrolRow = Row<typeof patrol>
export type PatrolFilter = {
  grid?: string | undefined
  village?: string | undefined
  township?: string | undefined
  /** Ended from the one instant on, before the other. */
  from?: string | undefined
  until?: string | undefined
}

export function selectPatrol(db: CountyDb, id: string): Statement<PatrolRow> {
  return db.select(patrol, eq(patrol.id, id))
}

/** Nothing comes back where the id is taken. */
export function addPatrol(db: CountyDb, row: New<typeof patrol>): Statement<PatrolRow> {
  return db.insert(patrol, row, { taken: 'ignore' })
}

/** Patrols, the last ended first, before one of them. */
export function selectPatrols(
  db: CountyDb,
  { grid, village, township, from, until }: PatrolFilter,
  limit: number,
  before?: { endedAt: string; id: string },
): Statement<PatrolRow> {
  const conditions: (SQL | undefined)[] = [
    grid === undefined ? undefined : eq(patrol.grid, grid),
    village === undefined ? undefined : eq(patrol.village, village),
    township === undefined ? undefined : eq(patrol.township, township),
    from === undefined ? undefined : gte(patrol.endedAt, from),
    until === undefined ? undefined : lt(patrol.endedAt, until),
    before && sql`(${patrol.endedAt}, ${patrol.id}) < (${before.endedAt}, ${before.id})`,
  ]
  const orderBy = [patrol.endedAt, patrol.id]
  return db.select(patrol, and(...conditions), { orderBy, descending: true, limit })
}
