import { and, eq, sql } from 'drizzle-orm'
import { complaint, complaintContact, issue, issueEvent } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

/** A contact the clock looks at, and since when its complaint is settled; null while it is not. */
export type DueContact = { complaint: string; lookAt: number; settledAt: string | null }

/** Contacts to be looked at by `now`. A complaint taken up is settled when its issue is, by the step that settled it. */
export function selectDueContacts(db: CountyDb, now: number, limit: number): Statement<DueContact> {
  return {
    sql: sql`select k.complaint, k.lookAt, coalesce(c.settledAt,
        case when f.settled = 1 then coalesce(f.closedAt, e.at, f.receivedAt) end) as settledAt
      from ${complaintContact} k
      join ${complaint} c on c.county = k.county and c.id = k.complaint
      left join ${issue} i on i.county = c.county and i.id = c.issue
      left join ${issue} f on f.county = i.county and f.id = coalesce(i.duplicateOf, i.id)
      left join ${issueEvent} e on e.county = f.county and e.issue = f.id and e.id = f.lastStep
      where k.county = ${db.county} and k.lookAt <= ${now} order by k.lookAt limit ${limit}`,
    decode: (raw) => ({
      complaint: String(raw.complaint),
      lookAt: Number(raw.lookAt),
      settledAt: raw.settledAt === null ? null : String(raw.settledAt),
    }),
  }
}

export function selectNextContact(db: CountyDb): Statement<{ lookAt: number }> {
  return db.select(complaintContact, undefined, {
    pick: ['lookAt'],
    orderBy: complaintContact.lookAt,
    limit: 1,
  })
}

/** Erases a contact, unless something moved its time meanwhile. */
export function eraseDue(db: CountyDb, due: DueContact): Statement<Row<typeof complaintContact>> {
  return db.remove(complaintContact, as(due))
}

export function lookAgain(db: CountyDb, due: DueContact, lookAt: number): Statement<unknown> {
  return db.update(complaintContact, { lookAt }, as(due))
}

function as({ complaint: id, lookAt }: DueContact) {
  const read = eq(complaintContact.lookAt, lookAt)
  return and(eq(complaintContact.complaint, id), read) ?? sql`false`
}
