import { eq, sql } from 'drizzle-orm'
import type { Complaint, ComplaintDetail, NewComplaintAnswer } from '../../../schema/api/complaints.ts'
import { complaint, complaintAnswer } from '../../../schema/tables/county.ts'
import { addAnswer, eraseContact, moveComplaint } from '../../data/complaints.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { complaintDetail, photosOfIssue, requireComplaint } from './read-complaints.ts'
import { shown, waiting } from './take-up.ts'

/** Declines a complaint for a reason that its writer reads; again with another reason corrects it. Errors: not_found, conflict. */
export async function declineComplaint(
  context: CountyContext,
  id: string,
  reason: string,
): Promise<Complaint> {
  const { db, now } = context
  const before = await requireComplaint(context, id)
  if (before.state === 'declined' && before.reason === reason) return shown(context, id)
  const settledAt = now.toISOString()
  const [[moved]] = await db.write(
    moveComplaint(db, id, [...waiting, 'declined'], { state: 'declined', reason, settledAt }),
    record(context, 'complaint.decline', id, { reason }, sql`changes() = 1`),
  )
  if (!moved) await refuse(context, id)
  return shown(context, id)
}

/** Puts a complaint back among those that wait, whatever was decided about it. Errors: not_found. */
export async function receiveAgain(context: CountyContext, id: string): Promise<Complaint> {
  const { db } = context
  const fresh = { state: 'received', issue: null, reason: null, settledAt: null, released: [] } as const
  await db.write(
    moveComplaint(db, id, ['doubtful', 'taken', 'answered', 'declined'], { ...fresh, released: [] }),
    record(context, 'complaint.receive', id, {}, sql`changes() = 1`),
  )
  return shown(context, id)
}

/**
 * Says something to the writer, once for one `answer` id; `settles` where nothing more is to be done. Errors: not_found,
 * conflict (what is in an issue or declined is settled there), id_taken.
 */
export async function answerComplaint(
  context: CountyContext,
  id: string,
  answer: string,
  { text, settles }: NewComplaintAnswer,
): Promise<ComplaintDetail> {
  const { db, now, member } = context
  const at = now.toISOString()
  const before = await requireComplaint(context, id)
  const open = waiting.some((state) => state === before.state)
  const known = await db.first(complaintAnswer, eq(complaintAnswer.id, answer))
  if (known && (known.complaint !== id || known.text !== text)) throw new Problem('id_taken')
  if (known) return complaintDetail(context, id)
  if (settles && !open) throw new Problem('conflict')
  const asRead = db.exists(
    complaint,
    sql`${eq(complaint.id, id)} and ${eq(complaint.version, before.version)}`,
  )
  const [[added]] = await db.write(
    addAnswer(db, { id: answer, complaint: id, at, by: member.id, text }, asRead),
    record(context, 'complaint.answer', id, { settles }, sql`changes() = 1`),
    ...(settles
      ? [moveComplaint(db, id, waiting, { state: 'answered', settledAt: at }, sql`changes() = 1`)]
      : []),
  )
  if (!added) throw new Problem('conflict')
  return complaintDetail(context, id)
}

/** Lets the writer see some photos of the issue, or none. Errors: not_found, conflict (in no issue), invalid (not its photos). */
export async function releasePhotos(
  context: CountyContext,
  id: string,
  photos: readonly string[],
): Promise<ComplaintDetail> {
  const { db } = context
  const { issue } = await complaintDetail(context, id)
  if (issue === null) throw new Problem('conflict')
  const own = new Set((await photosOfIssue(db, issue)).map((photo) => photo.id))
  const foreign = photos.flatMap((photo, at) => (own.has(photo) ? [] : [`photos.${at}`]))
  if (foreign.length > 0) throw notItsPhotos(foreign)
  await db.write(
    moveComplaint(db, id, ['taken'], { released: [...new Set(photos)] }),
    record(context, 'complaint.release', id, { photos: photos.length }, sql`changes() = 1`),
  )
  return complaintDetail(context, id)
}

/** Erases how to reach the writer, as they may ask. Errors: not_found. */
export async function forgetContact(context: CountyContext, id: string): Promise<void> {
  const { db } = context
  await requireComplaint(context, id)
  await db.write(
    eraseContact(db, id),
    record(context, 'complaint.erase', id, { after: 'asked' }, sql`changes() > 0`),
  )
}

async function refuse(context: CountyContext, id: string): Promise<never> {
  await requireComplaint(context, id)
  throw new Problem('conflict')
}

function notItsPhotos(paths: readonly string[]): Problem {
  const message = { zh: '这件问题没有这张照片', en: 'The issue has no such photo' }
  const fields = (language: 'zh' | 'en') => paths.map((path) => ({ path, message: message[language] }))
  return new Problem('invalid', {}, { fields })
}
