import type { Complaint, ComplaintDetail, ComplaintQuery } from '../../../schema/api/complaints.ts'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import {
  type ComplaintRow,
  selectAnswers,
  selectComplaint,
  selectComplaints,
  selectContact,
} from '../../data/complaints.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { shownComplaints } from './complaint-view.ts'

type Reading = Pick<CountyContext, 'db'>

/** A page of what the public wrote, the newest first. Two round trips. */
export async function complaintsOf(
  { db }: Reading,
  { limit = 25, cursor, ...filter }: ComplaintQuery,
): Promise<{ items: Complaint[]; nextCursor: string | null }> {
  const [rows] = await db.together(selectComplaints(db, filter, limit + 1, cursor))
  const items = await shownComplaints(db, rows.slice(0, limit))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** One complaint with its writer's contact and all that was said. Errors: not_found. */
export async function complaintDetail({ db }: Reading, id: string): Promise<ComplaintDetail> {
  const [[row], [contact], answers] = await db.together(
    selectComplaint(db, id),
    selectContact(db, id),
    selectAnswers(db, id),
  )
  if (!row) throw new Problem('not_found')
  const [shown] = await shownComplaints(db, [row])
  if (!shown) throw new Problem('not_found')
  const issuePhotos = shown.issue === null ? [] : await photosOfIssue(db, shown.issue)
  return {
    ...shown,
    contact: contact?.contact ?? null,
    answers: answers.map((one) => ({ id: one.id, at: one.at, text: one.text })),
    ...{ issuePhotos, released: row.released },
  }
}

/** The complaint itself. Errors: not_found. */
export async function requireComplaint({ db }: Reading, id: string): Promise<ComplaintRow> {
  const [[row]] = await db.together(selectComplaint(db, id))
  if (!row) throw new Problem('not_found')
  return row
}

export async function photosOfIssue(db: CountyDb, issue: string): Promise<PhotoShown[]> {
  const [photos] = await db.together(selectPhotosOf(db, 'issue', [issue]))
  return byTarget(photos).get(issue) ?? []
}
