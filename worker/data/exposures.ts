import { and, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { audit, columnArticle, columnPhoto, countySetting, photoUse } from '../../schema/tables/county.ts'
import { usualColumns } from '../domain/columns/rule.ts'
import type { ColumnRow } from './columns.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** A change of exposures that follows from a step of the issue they are about. */
export type Following = {
  issue: string
  /** In whose batch, under whose name, when. */
  by: string
  now: Date
  /** Makes the audit's rows unlike any other. */
  batch: string
}

/** When the exposures of an issue would leave the column if it were closed now (epoch ms); no row where there is none. */
export function selectRectifiedUntil(db: CountyDb, issueId: string, now: Date): Statement<{ at: number }> {
  return {
    sql: sql`select ${until(db, now)} as at where ${db.exists(columnArticle, standing(issueId, 'published'))}`,
    decode: (raw) => ({ at: Number(raw.at) }),
  }
}

/**
 * The issue is closed: its exposures stand as rectified for some days, with the photos of after. Stands in the batch
 * of the closing, after its photos.
 */
export function rectifyExposures(db: CountyDb, following: Following): Statement<unknown>[] {
  const { issue, now } = following
  const published = standing(issue, 'published')
  const change = { state: 'rectified' as const, nextAt: until(db, now) }
  return [
    audited(db, following, 'column.rectify', published, {}),
    db.update(columnArticle, { ...change, at: now.toISOString(), version: next }, published),
    photosOfAfter(db, issue),
  ]
}

/** What an exposure shows is no longer so, or never was: it leaves the column at once, for the reason given. */
export function withdrawExposures(
  db: CountyDb,
  following: Following,
  from: 'published' | 'rectified',
  reason: string,
): Statement<unknown>[] {
  const { issue, now } = following
  const there = standing(issue, from)
  const change = { state: 'withdrawn' as const, shown: false, nextAt: null, reason }
  return [
    audited(db, following, 'column.withdraw', there, { reason }),
    db.update(columnArticle, { ...change, at: now.toISOString(), version: next }, there),
  ]
}

const next = sql`version + 1`

function standing(issueId: string, state: 'published' | 'rectified'): SQL {
  const there = and(
    eq(columnArticle.issue, issueId),
    eq(columnArticle.kind, 'exposure'),
    eq(columnArticle.state, state),
  )
  return there ?? sql`false`
}

/** The end of the days that a rectified exposure stands. */
function until(db: CountyDb, now: Date): SQL {
  const set = sql`(select json_extract(value, '$.rectifiedDays') from ${countySetting}
    where county = ${db.county} and key = 'columns')`
  return sql`${now.getTime()} + 86400000 * coalesce(${set}, ${usualColumns.rectifiedDays})`
}

/** One row of the audit an article, before it is changed. */
function audited(
  db: CountyDb,
  { by, now, batch, issue }: Following,
  verb: string,
  where: SQL,
  detail: Record<string, unknown>,
): Statement<unknown> {
  return {
    sql: sql`insert into ${audit} (county, id, at, actor, verb, target, detail)
      select ${db.county}, ${batch} || '-' || ${columnArticle.id}, ${now.toISOString()}, ${by}, ${verb},
        ${columnArticle.id}, ${JSON.stringify({ issue, ...detail })}
      from ${columnArticle} where ${columnArticle.county} = ${db.county} and ${where}`,
    decode: () => null,
  }
}

/** The issue's photos of after, beside those the rectified exposures show already. */
function photosOfAfter(db: CountyDb, issueId: string): Statement<unknown> {
  return {
    sql: sql`insert into ${columnPhoto} (county, article, photo, role, position, caption, blur)
      select a.county, a.id, u.photo, 'after', 0, '', 0 from ${columnArticle} as a
      join ${photoUse} as u on u.county = a.county and u.target = 'issue' and u.targetId = a.issue and u.role = 'after'
      where a.county = ${db.county} and a.issue = ${issueId} and a.kind = 'exposure' and a.state = 'rectified'
      on conflict do nothing`,
    decode: () => null,
  }
}

/** Articles whose time in the column is over by `now`, the longest over first. */
export function selectColumnsDue(
  db: CountyDb,
  now: number,
  limit: number,
): Statement<Pick<ColumnRow, 'id' | 'state'>> {
  const over = lte(columnArticle.nextAt, now)
  return db.select(columnArticle, over, { pick: ['id', 'state'], orderBy: columnArticle.nextAt, limit })
}

/** When the next one leaves the column after `now`; no row where none does. */
export function selectNextColumn(db: CountyDb, now: number): Statement<Pick<ColumnRow, 'nextAt'>> {
  const later = gt(columnArticle.nextAt, now)
  return db.select(columnArticle, later, { pick: ['nextAt'], orderBy: columnArticle.nextAt, limit: 1 })
}
