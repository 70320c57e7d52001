import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import { assignment, issue, issueAssisting, issueEvent, issueTally } from '../../schema/tables/county.ts'
import type { Counted } from '../domain/issues/states.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { chunks, encode, listed } from './row-values.ts'
import type { Statement } from './statement.ts'

export type IssueRow = Row<typeof issue>
export type IssueEventRow = Row<typeof issueEvent>
/** A new issue without its number, which the database gives it. */
export type NewIssueRow = Omit<New<typeof issue>, 'no'>

export function selectIssue(db: CountyDb, id: string): Statement<IssueRow> {
  return db.select(issue, eq(issue.id, id))
}

export async function findIssue(db: CountyDb, id: string): Promise<IssueRow | undefined> {
  return db.first(issue, eq(issue.id, id))
}

export function selectIssues(db: CountyDb, ids: readonly string[]): Statement<IssueRow> {
  return db.select(issue, among(ids))
}

/** An issue and those that turned out to be the same. */
export function selectJoined(db: CountyDb, id: string): Statement<Pick<IssueRow, 'id' | 'no'>> {
  const joined = db.select(issue, eq(issue.duplicateOf, id), { pick: ['id', 'no'] })
  // The `+` keeps the ledger's order out of it, along which every issue would be looked at.
  return { ...joined, sql: sql`${joined.sql} order by +no limit 50` }
}

/** Events of an issue and of those joined to it. */
export function selectEventsOf(db: CountyDb, id: string): Statement<IssueEventRow> {
  const joined = db.select(issue, eq(issue.duplicateOf, id), { pick: ['id'], limit: 50 }).sql
  // One list of ids: an `or` of two would have the whole table read.
  const these = sql`select ${id} union all select id from (${joined})`
  return db.select(issueEvent, sql`${issueEvent.issue} in (${these})`, { limit: 1000 })
}

export function selectEvent(db: CountyDb, issueId: string, id: string): Statement<IssueEventRow> {
  return db.select(issueEvent, and(eq(issueEvent.issue, issueId), eq(issueEvent.id, id)))
}

/** The step that an issue was last changed by. */
export function selectLastStep(db: CountyDb, issueId: string): Statement<IssueEventRow> {
  const last = db.select(issue, eq(issue.id, issueId), { pick: ['lastStep'] }).sql
  return db.select(issueEvent, sql`${issueEvent.issue} = ${issueId} and ${issueEvent.id} = (${last})`)
}

/** The assignment of an issue, which has the issue's own id. */
export function selectWorkOf(db: CountyDb, issueId: string): Statement<Row<typeof assignment>> {
  return db.select(assignment, and(eq(assignment.id, issueId), eq(assignment.origin, 'issue')))
}

/**
 * Adds issues and numbers them in their order after the county's last, in one go: a number is never given twice and
 * none is left out. All their members must be the same.
 */
export function addIssues(
  db: CountyDb,
  rows: readonly NewIssueRow[],
): Statement<{ id: string; no: number }>[] {
  const columns = getTableColumns(issue)
  const names = Object.keys(rows[0] ?? {})
  const fields = names.map((name) => sql`json_extract(value, ${`$.${name}`})`)
  const last = sql`coalesce((select max(no) from ${issue} where county = ${db.county}), 0)`
  return chunks(rows.map((row) => encode(columns, row))).map((chunk) => ({
    sql: sql`insert into ${issue} (${listed(['county', 'no', ...names])})
      select ${db.county}, ${last} + row_number() over (order by key), ${sql.join(fields, sql`, `)}
      from json_each(${chunk}) returning id, no`,
    decode: (raw) => ({ id: String(raw.id), no: Number(raw.no) }),
  }))
}

/** Notes who assists with an issue, in place of who did before. */
export function setAssisting(
  db: CountyDb,
  issueId: string,
  parties: readonly string[],
): Statement<unknown>[] {
  const own = eq(issueAssisting.issue, issueId)
  return [db.remove(issueAssisting, own), ...addAssisting(db, { [issueId]: parties })]
}

/** Notes who assists with new issues, by the issue's id. */
export function addAssisting(
  db: CountyDb,
  assisting: Record<string, readonly string[]>,
): Statement<unknown>[] {
  const pairs = Object.entries(assisting).flatMap(([id, parties]) => parties.map((party) => [id, party]))
  if (pairs.length === 0) return []
  return [
    {
      sql: sql`insert into ${issueAssisting} (county, party, no, issue)
        select ${db.county}, json_extract(p.value, '$[1]'), i.no, i.id from json_each(${JSON.stringify(pairs)}) p
        cross join ${issue} i on i.county = ${db.county} and i.id = json_extract(p.value, '$[0]')
        where true on conflict do nothing`,
      decode: () => null,
    },
  ]
}

/** Counts a change in its township's tally; `''` is those that lie in none. */
export function countIn(
  db: CountyDb,
  changes: readonly (Counted & { township: string | null })[],
): Statement<unknown>[] {
  const sums = new Map<string, Counted>()
  for (const { township, open, overdue, awaiting } of changes) {
    const sum = sums.get(township ?? '') ?? { open: 0, overdue: 0, awaiting: 0 }
    sums.set(township ?? '', {
      open: sum.open + open,
      overdue: sum.overdue + overdue,
      awaiting: sum.awaiting + awaiting,
    })
  }
  const rows = [...sums]
    .filter(([, sum]) => sum.open !== 0 || sum.overdue !== 0 || sum.awaiting !== 0)
    .map(([township, sum]) => ({ township, ...sum }))
  if (rows.length === 0) return []
  return [
    {
      sql: sql`insert into ${issueTally} (county, township, open, overdue, awaiting)
        select ${db.county}, json_extract(value, '$.township'), json_extract(value, '$.open'),
          json_extract(value, '$.overdue'), json_extract(value, '$.awaiting')
        from json_each(${JSON.stringify(rows)}) where true
        on conflict (county, township) do update set open = open + excluded.open,
          overdue = overdue + excluded.overdue, awaiting = awaiting + excluded.awaiting`,
      decode: () => null,
    },
  ]
}

/** A precondition: that no issue has one of these ids. */
export function noneOf(db: CountyDb, ids: readonly string[]): SQL {
  return db.absent(issue, among(ids))
}

function among(ids: readonly string[]): SQL {
  return ids.length === 1
    ? inArray(issue.id, [...ids])
    : sql`${issue.id} in (select value from json_each(${JSON.stringify(ids)}))`
}
