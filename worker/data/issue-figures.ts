import { eq, gte, type SQL, sql } from 'drizzle-orm'
import { issue, issueClosure, issueTally } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

/** What figures keep to: everything, a township, a village, or what a unit leads. */
export type Within = { township?: string; village?: string; lead?: string }

/** The townships' tallies: a row each. */
export function selectTallies(db: CountyDb, township?: string): Statement<Row<typeof issueTally>> {
  const own = township === undefined ? undefined : eq(issueTally.township, township)
  return db.select(issueTally, own, { orderBy: issueTally.township })
}

/** Open issues of a village or unit, counted from its own index. */
export function countOpen(
  db: CountyDb,
  { village, lead }: Within,
): Statement<{ open: number; overdue: number; awaiting: number }> {
  const place = village === undefined ? sql`lead = ${lead ?? ''}` : sql`village = ${village}`
  return {
    sql: sql`select count(*) as open, coalesce(sum(overdueAt is not null and state <> 'rectified'), 0) as overdue,
        coalesce(sum(state = 'rectified'), 0) as awaiting
      from ${issue} where county = ${db.county} and ${place} and settled = 0`,
    decode: ({ open, overdue, awaiting }) => ({
      ...{ open: Number(open), overdue: Number(overdue), awaiting: Number(awaiting) },
    }),
  }
}

export type ClosureCount = { key: string; closed: number; onTime: number; relapsed: number }

/** Closings since an instant, counted by who or where; `recent` says when "this week" began. */
export function countClosures(
  db: CountyDb,
  by: 'township' | 'village' | 'lead' | 'verifier',
  since: string,
  within: Within = {},
): Statement<ClosureCount> {
  const key = issueClosure[by]
  const places = Object.entries(within).map(([name, id]) => sql`${sql.identifier(name)} = ${id}`)
  const where: SQL = sql.join([gte(issueClosure.at, since), ...places], sql` and `)
  return {
    sql: sql`select coalesce(${key}, '') as key, count(*) as closed, sum(onTime) as onTime,
        sum(relapsedAt is not null) as relapsed
      from ${issueClosure} where county = ${db.county} and ${where} group by 1 order by relapsed desc, closed desc, key`,
    decode: (raw) => ({
      ...{ key: String(raw.key), closed: Number(raw.closed), onTime: Number(raw.onTime) },
      relapsed: Number(raw.relapsed),
    }),
  }
}
