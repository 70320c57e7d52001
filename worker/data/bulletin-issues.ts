import { type SQL, sql } from 'drizzle-orm'
import { area, issue, issueClosure, issueTally, photo, photoUse, unit } from '../../schema/tables/county.ts'
import type { IssueLine } from '../domain/bulletins/issue-values.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** From `since` to before `until` (ISO instants), in the county or one township. */
export type Span = { since: string; until: string; township: string | undefined }
export type KeyCount = { key: string; n: number }

/** Issues found, by township or, within one, by village; empty where in none. What turned out to be none is left out. */
export function countFound(db: CountyDb, span: Span): Statement<KeyCount> {
  return {
    sql: sql`select coalesce(${placeOf(span)}, '') as key, count(*) as n from ${issue}
      where county = ${db.county} and foundAt >= ${span.since} and foundAt < ${span.until}
        and +state not in ('rejected', 'duplicate') and ${within(span)} group by 1`,
    decode: keyCount,
  }
}

/** Closings, by township or village. */
export function countClosed(db: CountyDb, span: Span): Statement<KeyCount> {
  return {
    sql: sql`select coalesce(${placeOf(span)}, '') as key, count(*) as n from ${issueClosure}
      where county = ${db.county} and at >= ${span.since} and at < ${span.until} and ${within(span)} group by 1`,
    decode: keyCount,
  }
}

/** Closed issues found again, by township or village. */
export function countRelapsed(db: CountyDb, span: Span): Statement<KeyCount> {
  return {
    sql: sql`select coalesce(${placeOf(span)}, '') as key, count(*) as n from ${issueClosure}
      where county = ${db.county} and relapsedAt is not null
        and relapsedAt >= ${span.since} and relapsedAt < ${span.until} and ${within(span)} group by 1`,
    decode: keyCount,
  }
}

/** What is open and what is overdue as of now: a row a township from the tallies, or a row a village. */
export function countStanding(
  db: CountyDb,
  { township }: Span,
): Statement<{ key: string; open: number; overdue: number }> {
  const tallies = sql`select township as key, open, overdue from ${issueTally} where county = ${db.county}`
  const villages = sql`select coalesce(village, '') as key, count(*) as open,
      coalesce(sum(overdueAt is not null and state <> 'rectified'), 0) as overdue
    from ${issue} where county = ${db.county} and township = ${township} and settled = 0 group by 1`
  return {
    sql: township === undefined ? tallies : villages,
    decode: (raw) => ({ key: String(raw.key), open: Number(raw.open), overdue: Number(raw.overdue) }),
  }
}

/** Issues overdue as of now, the longest overdue first. */
export function selectOverdueLines(db: CountyDb, span: Span, limit: number): Statement<IssueLine> {
  return lines(db, sql`${overdue} and ${inTownship(span)}`, sql`i.dueAt, i.no`, limit)
}

/** Issues that a revisit found again, the last first. */
export function selectRelapsedLines(db: CountyDb, span: Span, limit: number): Statement<IssueLine> {
  return lines(db, sql`${relapsed(db, span)} and ${inTownship(span)}`, sql`i.relapsedAt desc, i.no`, limit)
}

/** Issues closed, with photos of before and after: the worst first, then the first closed. */
export function selectGoodLines(db: CountyDb, span: Span, limit: number): Statement<IssueLine> {
  const closed = sql`i.id in (select issue from ${issueClosure} where county = ${db.county}
    and at >= ${span.since} and at < ${span.until} and relapsedAt is null)`
  const shown = sql`${pictured(['before', 'finding'])} and ${pictured(['after'])}`
  return lines(
    db,
    sql`${closed} and i.state = 'closed' and ${inTownship(span)} and ${shown}`,
    sql`i.severity desc, i.closedAt, i.no`,
    limit,
  )
}

/** Issues overdue or found again, with photos as they were found: the worst first, then the longest due. */
export function selectBadLines(db: CountyDb, span: Span, limit: number): Statement<IssueLine> {
  const late = sql`i.id in (select i.id from ${issue} i where i.county = ${db.county} and ${overdue})`
  const bad = sql`(${late} or ${relapsed(db, span)})`
  return lines(
    db,
    sql`${bad} and ${inTownship(span)} and ${pictured(['before', 'finding'])}`,
    sql`i.severity desc, i.dueAt, i.no`,
    limit,
  )
}

/** In the very words of the index of what is overdue. */
const overdue = sql.raw(
  `i.overdueAt is not null and i.state not in ('rectified', 'closed', 'rejected', 'duplicate')`,
)

function relapsed(db: CountyDb, { since, until }: Span): SQL {
  return sql`i.id in (select issue from ${issueClosure} where county = ${db.county} and relapsedAt is not null
    and relapsedAt >= ${since} and relapsedAt < ${until})`
}

function pictured(roles: readonly string[]): SQL {
  return sql`exists (select 1 from ${photoUse} u join ${photo} p on p.county = u.county and p.id = u.photo
    where u.county = i.county and u.target = 'issue' and u.targetId = i.id and p.state = 'stored'
      and u.role in (select value from json_each(${JSON.stringify(roles)})))`
}

function lines(db: CountyDb, where: SQL, order: SQL, limit: number): Statement<IssueLine> {
  const name = (id: SQL) => sql`(select name from ${area} a where a.county = i.county and a.id = ${id})`
  return {
    sql: sql`select i.id, i.no, i.text, i.location, i.dueAt, i.closedAt, i.relapsedAt,
        ${name(sql`i.township`)} as township, ${name(sql`coalesce(i.village, i.area)`)} as place,
        coalesce(${name(sql`i.lead`)}, (select name from ${unit} n where n.county = i.county and n.id = i.lead)) as lead
      from ${issue} i where i.county = ${db.county} and ${where} order by ${order} limit ${limit}`,
    decode: (raw) => ({
      ...{ id: String(raw.id), no: Number(raw.no), text: String(raw.text), location: text(raw.location) },
      ...{ township: text(raw.township), place: text(raw.place), lead: text(raw.lead) },
      ...{ dueAt: text(raw.dueAt), closedAt: text(raw.closedAt), relapsedAt: text(raw.relapsedAt) },
    }),
  }
}

function placeOf({ township }: Span): SQL {
  return township === undefined ? sql`township` : sql`village`
}

function within({ township }: Span): SQL {
  return township === undefined ? sql`true` : sql`+township = ${township}`
}

function inTownship({ township }: Span): SQL {
  return township === undefined ? sql`true` : sql`i.township = ${township}`
}

function keyCount(raw: Record<string, unknown>): KeyCount {
  return { key: String(raw.key), n: Number(raw.n) }
}

function text(value: unknown): string | null {
  return value === null ? null : String(value)
}
