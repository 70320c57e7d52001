import {
  addComplaint,
  addContact,
  type ComplaintRow,
  forgetCounts,
  noneWithCode,
  selectByCode,
} from '../../data/complaints.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { newId } from '../../data/new-id.ts'
import { addNotices } from '../../data/notices.ts'
import { sha256 } from '../../data/sha256.ts'
import type { Member } from '../../domain/access/can.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import type { NewComplaint } from '../../domain/complaints/form.ts'
import type { Counted } from '../../domain/complaints/limits.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { attachPhotos } from '../photos/attach.ts'
import type { Upload } from '../photos/check-upload.ts'
import { uploadPhoto } from '../photos/upload-photo.ts'
import { countSender, limitReached, type Sender } from './counting.ts'
import { codeOfForm, countKey, type Form } from './form-token.ts'
import { contactKeptFor } from './keep-contacts.ts'

/** In whose name the public's writing is kept: nobody's, with no place of its own. */
export const visitor: Member = {
  id: 'public',
  role: 'grid_member',
  scope: { kind: 'grid', id: null, township: null },
}

/** What a form sent, once everything in it has been found to make sense. */
export type Sent = {
  form: Form
  complaint: NewComplaint
  /** What its area lies in, and what the office reads in its notice. */
  lies: { village: string | null; township: string | null; name: string | null }
  categoryName: string | null
  photos: readonly Upload[]
  language: 'zh' | 'en'
  doubtful: boolean
  sender: Sender
}

/** `sent_before`: the same form was sent with something else in it. */
export type Received =
  | { kind: 'kept'; code: string; photos: number }
  | { kind: 'sent_before' }
  | { kind: 'too_many'; of: Counted }

/**
 * Takes in a complaint, once however often its form is sent: first its words, counted against the limits in the same
 * batch, then its photos. Whatever interrupts that, sending the form again goes on where it stopped and gives the
 * same code.
 */
export async function receiveComplaint(asked: CountyContext, sent: Sent): Promise<Received> {
  const context = { ...asked, member: visitor }
  const { db, env, county } = context
  const code = await codeOfForm(env.SESSION_SECRET, county.id, sent.form)
  const hash = await sha256(code)
  const digest = await digestOf(env.SESSION_SECRET, county.id, sent)
  const [[known]] = await db.together(selectByCode(db, hash))
  const kept = known ?? (await keep(context, sent, hash, digest))
  if (typeof kept === 'string') return { kind: 'too_many', of: kept }
  if (kept.digest !== digest) return { kind: 'sent_before' }
  await keepPhotos(context, kept, sent.photos)
  return { kind: 'kept', code, photos: sent.photos.length }
}

/** The complaint as it was kept, by this request or by the same form a moment before; or the limit it met. */
async function keep(
  context: CountyContext,
  sent: Sent,
  code: string,
  digest: string,
): Promise<ComplaintRow | Counted> {
  const { db, env, county, now } = context
  const id = newId(now.getTime())
  const { complaint, lies, language, doubtful, sender } = sent
  const { contact, ...said } = complaint
  const lookAt = now.getTime() + contactKeptFor
  if (contact !== null) await dueBy(context, lookAt)
  try {
    await db.write(
      db.demand(noneWithCode(db, code)),
      forgetCounts(db, now.getTime()),
      ...(await countSender(env.SESSION_SECRET, county.id, db, sender, now)),
      addComplaint(db, {
        ...{ id, code, digest, at: now.toISOString(), ...said, language },
        ...{ village: lies.village, township: lies.township },
        ...{ state: doubtful ? 'doubtful' : 'received', released: [], version: 0 },
      }),
      ...(contact === null ? [] : [addContact(db, { complaint: id, contact, lookAt })]),
      ...(doubtful ? [] : noticeOf(context, id, sent)),
      record(context, 'complaint.add', id, { kind: said.kind, category: said.category, area: said.area }),
    )
  } catch (error) {
    const reached = limitReached(error)
    if (reached) return reached
    if (!(error instanceof NotAsRead)) throw error
  }
  const [[row]] = await db.together(selectByCode(db, code))
  if (!row) throw new Error(`complaint ${id} was not kept`)
  return row
}

/** Word to the office of what came in and from where; what was written stands with the complaint alone. */
function noticeOf({ db, county, now }: CountyContext, id: string, { lies, categoryName, complaint }: Sent) {
  const text = [categoryName, lies.name ?? complaint.location].filter(Boolean).join(' · ')
  return addNotices(db, [
    {
      ...{ id: newId(now.getTime()), kind: 'complaint', at: now.toISOString(), audience: county.code },
      ...{ origin: 'complaint', originId: id, no: null, text, dueAt: null, posts: [] },
    },
  ])
}

/** Their ids follow from the complaint's, so that a form sent again uploads none twice. */
async function keepPhotos(
  context: CountyContext,
  { id, village, township }: ComplaintRow,
  photos: readonly Upload[],
): Promise<void> {
  if (photos.length === 0) return
  const ids: string[] = []
  for (const [at, photo] of photos.entries()) {
    const own = `${id}-${at + 1}`
    await uploadPhoto(context, own, photo, { sha256: photo.sha256 })
    ids.push(own)
  }
  const evidence = { target: 'complaint', targetId: id, area: village ?? township, role: 'finding' } as const
  await context.db.write(...(await attachPhotos(context, evidence, ids)))
}

/** Keyed: an erased contact must not be found again by trying numbers. */
function digestOf(secret: string, county: string, { complaint, photos }: Sent): Promise<string> {
  const said = canonicalJson({ ...complaint, photos: photos.map((photo) => photo.sha256) })
  return countKey(secret, county, 'digest', said)
}
