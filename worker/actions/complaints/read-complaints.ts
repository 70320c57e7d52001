import type { Complaint, ComplaintDetail, ComplaintQuery } from '../../../schema/api/complaints.ts'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import {
  type ComplaintRow,
  selectAnswers,
  selectComplaint,
  selectComplaints,
  selectContact,
  selectFollowed,
} from '../../data/complaints.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { idsIn } from '../../data/found-ids.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { complaintsFrom, selectBesideComplaints } from './complaint-view.ts'

type Reading = Pick<CountyContext, 'db'>

/** A page of what the public wrote, the newest first. One round trip. */
export async function complaintsOf(
  { db }: Reading,
  { limit = 25, cursor, ...filter }: ComplaintQuery,
): Promise<{ items: Complaint[]; nextCursor: string | null }> {
  const page = selectComplaints(db, filter, limit + 1, cursor)
  const [rows, ...beside] = await db.together(page, ...selectBesideComplaints(db, page))
  const items = complaintsFrom(rows.slice(0, limit), beside)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** One complaint with its writer's contact and all that was said. Errors: not_found. */
export async function complaintDetail({ db }: Reading, id: string): Promise<ComplaintDetail> {
  const one = selectComplaint(db, id)
  const [[row], [contact], answers, photos, ...beside] = await db.together(
    one,
    selectContact(db, id),
    selectAnswers(db, id),
    // Of the issue as it is followed: one that turned out to be the same as another has the other's.
    selectPhotosOf(db, 'issue', idsIn(selectFollowed(db, idsIn(one, ['issue'])), ['id'])),
    ...selectBesideComplaints(db, one),
  )
  if (!row) throw new Problem('not_found')
  const [shown] = complaintsFrom([row], beside)
  if (!shown) throw new Problem('not_found')
  const issuePhotos = shown.issue === null ? [] : (byTarget(photos).get(shown.issue) ?? [])
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
