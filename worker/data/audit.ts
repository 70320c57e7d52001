import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { audit } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { newestOfRuns } from './newest-of-runs.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

export type AuditRow = Row<typeof audit>

/** `since` and `until` are epoch ms, the first included and the second not. */
export type AuditFilter = {
  target?: string | undefined
  actor?: string | undefined
  verb?: string | undefined
  kind?: string | undefined
  since?: number | undefined
  until?: number | undefined
}

/**
 * The newest first, before the id `before`. Ids grow with time, so a span of days is a span of ids, and one index
 * serves each filter. A kind is a few verbs: each one's newest rows are found by themselves and put together.
 */
export async function listAudit(
  db: CountyDb,
  { kind, ...filter }: AuditFilter,
  limit: number,
  before = '~',
): Promise<AuditRow[]> {
  if (kind === undefined || filter.verb !== undefined) {
    const [rows] = await db.together(selectAudit(db, filter, limit, before))
    return rows
  }
  const verbs = await listVerbs(db, kind)
  if (verbs.length === 0) return []
  const found = await db.together(...verbs.map((verb) => selectAudit(db, { ...filter, verb }, limit, before)))
  return found
    .flat()
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, limit)
}

/**
 * One page of the audit: what befell a target, looked at row by row for the rest; what an actor did, all of it or of
 * one verb; what was done of a verb; or everything.
 */
export function selectAudit(
  db: CountyDb,
  { target, actor, verb, since, until }: Omit<AuditFilter, 'kind'>,
  limit: number,
  before: string,
): Statement<AuditRow> {
  const end = until === undefined ? before : least(before, idAt(until))
  const begun = since === undefined ? undefined : gte(audit.id, idAt(since))
  if (actor !== undefined && target === undefined && verb === undefined) {
    const within = sql`county = ${db.county} and actor = ${actor}`
    const did = { table: audit, index: 'audit_actor', within, by: 'verb', rest: begun }
    const ids = newestOfRuns(did, limit, sql`${end}`)
    const columns = sql`select ${columnsOf(audit)} from ${audit}`
    return {
      sql: sql`${columns} where county = ${db.county} and id in (${ids}) order by id desc`,
      decode: (raw) => decodeRow(audit, raw) as AuditRow,
    }
  }
  const conditions: (SQL | undefined)[] = [
    lt(audit.id, end),
    begun,
    target === undefined ? undefined : eq(audit.target, target),
    actor === undefined ? undefined : eq(audit.actor, actor),
    verb === undefined ? undefined : eq(audit.verb, verb),
  ]
  const by = target === undefined ? (actor === undefined ? verb && 'verb' : 'actor') : 'target'
  const newest = { orderBy: audit.id, descending: true, limit }
  return db.select(audit, and(...conditions), { ...newest, ...(by && { index: `audit_${by}` }) })
}

/** The verbs a county's audit has, by skipping from one to the next in their index: a row a verb. */
export async function listVerbs(db: CountyDb, kind?: string): Promise<string[]> {
  const [verbs] = await db.together(selectDistinct(db, 'verb', kind === undefined ? '' : `${kind}.`))
  return verbs
}

/** Who stands in a county's audit: a row a person or machine. */
export function selectActors(db: CountyDb): Statement<string> {
  return selectDistinct(db, 'actor', '')
}

export function selectVerbs(db: CountyDb): Statement<string> {
  return selectDistinct(db, 'verb', '')
}

function selectDistinct(db: CountyDb, column: 'verb' | 'actor', beginning: string): Statement<string> {
  const name = sql.identifier(column)
  const own = sql`county = ${db.county} and ${name} < ${`${beginning}~`}`
  const rows = sql`${audit} indexed by ${sql.identifier(`audit_${column}`)}`
  return {
    sql: sql`with recursive below (v) as (
        select min(${name}) from ${rows} where ${own} and ${name} >= ${beginning}
        union all
        select (select min(${name}) from ${rows} where ${own} and ${name} > below.v) from below where below.v is not null
      ) select v from below where v is not null limit 1000`,
    decode: (raw) => String(raw.v),
  }
}

/** The lowest id that may be made at an instant: a UUIDv7 begins with its milliseconds. */
export function idAt(at: number): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

function least(one: string, other: string): string {
  return one < other ? one : other
}
