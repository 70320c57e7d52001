import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { ComplaintState } from '../../schema/api/complaints.ts'
import {
  complaint,
  complaintAnswer,
  complaintContact,
  complaintCount,
  issue,
} from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import type { Statement } from './statement.ts'

export type ComplaintRow = Row<typeof complaint>
export type NewComplaintRow = New<typeof complaint>

export function selectComplaint(db: CountyDb, id: string): Statement<ComplaintRow> {
  return db.select(complaint, eq(complaint.id, id))
}

/** The complaint whose tracking code has this hash. */
export function selectByCode(db: CountyDb, code: string): Statement<ComplaintRow> {
  return db.select(complaint, eq(complaint.code, code))
}

export function noneWithCode(db: CountyDb, code: string): SQL {
  return db.absent(complaint, eq(complaint.code, code))
}

export function addComplaint(db: CountyDb, row: NewComplaintRow): Statement<ComplaintRow> {
  return db.insert(complaint, row)
}

export type ComplaintFilter = {
  state?: ComplaintState | undefined
  category?: string | undefined
  township?: string | undefined
}

/** Complaints of one narrowing, the newest first, before the id `before`. */
export function selectComplaints(
  db: CountyDb,
  { state, category, township }: ComplaintFilter,
  limit: number,
  before = '~',
): Statement<ComplaintRow> {
  const conditions: (SQL | undefined)[] = [
    lt(complaint.id, before),
    state && eq(complaint.state, state),
    category === undefined ? undefined : eq(complaint.category, category),
    township === undefined ? undefined : eq(complaint.township, township),
  ]
  return db.select(complaint, and(...conditions), { orderBy: complaint.id, descending: true, limit })
}

/** An issue as a complaint follows it: where it turned out to be the same as another, that other. */
export type FollowedIssue = {
  asked: string
  id: string
  no: number
  state: string
  settled: boolean
  closedAt: string | null
}

/** The issues that complaints were taken up in, each as it is followed. */
export function selectFollowed(db: CountyDb, ids: Ids): Statement<FollowedIssue> {
  return {
    sql: sql`select i.id as asked, f.id, f.no, f.state, f.settled, f.closedAt from ${issue} i
      join ${issue} f on f.county = i.county and f.id = coalesce(i.duplicateOf, i.id)
      where i.county = ${db.county} and i.id in ${listOf(ids)}`,
    decode: (raw) => ({
      ...{ asked: String(raw.asked), id: String(raw.id), no: Number(raw.no), state: String(raw.state) },
      settled: raw.settled === 1,
      closedAt: raw.closedAt === null ? null : String(raw.closedAt),
    }),
  }
}

/** How many complaints were taken up in each of these issues. */
export function countTaken(db: CountyDb, issues: Ids): Statement<{ issue: string; n: number }> {
  return {
    sql: sql`select issue, count(*) as n from ${complaint}
      where county = ${db.county} and issue in ${listOf(issues)} group by issue`,
    decode: (raw) => ({ issue: String(raw.issue), n: Number(raw.n) }),
  }
}

/** Changes a complaint that is in one of these states; no row back where it is not, or is not there. */
export function moveComplaint(
  db: CountyDb,
  id: string,
  from: readonly ComplaintState[],
  set: Partial<Pick<ComplaintRow, 'state' | 'issue' | 'reason' | 'settledAt' | 'released'>>,
  when: SQL = sql`true`,
): Statement<ComplaintRow> {
  const states = sql`${complaint.state} in (select value from json_each(${JSON.stringify(from)}))`
  const where = and(eq(complaint.id, id), states, when) ?? eq(complaint.id, id)
  return db.update(complaint, { ...set, version: sql`version + 1` }, where)
}

export function selectAnswers(db: CountyDb, id: string): Statement<Row<typeof complaintAnswer>> {
  return db.select(complaintAnswer, eq(complaintAnswer.complaint, id), {
    orderBy: complaintAnswer.id,
    limit: 100,
  })
}

export function addAnswer(
  db: CountyDb,
  row: New<typeof complaintAnswer>,
  when: SQL,
): Statement<Row<typeof complaintAnswer>> {
  return db.insert(complaintAnswer, row, { taken: 'ignore', when })
}

/** Counts by category since an instant, as the start of a UUIDv7. */
export function selectCounts(
  db: CountyDb,
  since: string,
): Statement<{ category: string | null; kind: string; state: ComplaintState; n: number }> {
  return {
    sql: sql`select category, kind, state, count(*) as n from ${complaint}
      where county = ${db.county} and id >= ${since} group by category, kind, state`,
    decode: (raw) => ({
      category: raw.category === null ? null : String(raw.category),
      ...{ kind: String(raw.kind), state: raw.state as ComplaintState, n: Number(raw.n) },
    }),
  }
}

/** One more under a key, in one statement, so that two at once cannot both be the last; refused with `fault` beyond `most`. */
export function countIn(
  db: CountyDb,
  { key, most, endsAt, fault }: { key: string; most: number; endsAt: number; fault: string },
): Statement<unknown>[] {
  const path = sql`case when changes() = 1 then '$' else ${fault} end`
  return [
    {
      sql: sql`insert into ${complaintCount} (county, key, n, endsAt) values (${db.county}, ${key}, 1, ${endsAt})
        on conflict (county, key) do update set n = n + 1 where n < ${most}`,
      decode: () => null,
    },
    // No JSON path: SQLite fails with a message that repeats it, and the whole batch with it.
    { sql: sql`select json_extract('{}', ${path}) as kept`, decode: () => null },
  ]
}

/** Takes counts away that mean nothing any more. */
export function forgetCounts(db: CountyDb, now: number): Statement<unknown> {
  return db.remove(complaintCount, sql`${complaintCount.endsAt} <= ${now}`)
}

/** When none of the counts that are there now means anything any more. */
export function selectLastCount(db: CountyDb): Statement<{ endsAt: number }> {
  return db.select(complaintCount, undefined, {
    pick: ['endsAt'],
    orderBy: complaintCount.endsAt,
    descending: true,
    limit: 1,
  })
}

export function addContact(db: CountyDb, row: New<typeof complaintContact>): Statement<unknown> {
  return db.insert(complaintContact, row)
}

export function selectContact(db: CountyDb, id: string): Statement<Row<typeof complaintContact>> {
  return db.select(complaintContact, eq(complaintContact.complaint, id))
}

export function eraseContact(db: CountyDb, id: string): Statement<Row<typeof complaintContact>> {
  return db.remove(complaintContact, eq(complaintContact.complaint, id))
}
