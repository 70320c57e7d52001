import { Disconnected } from '../../lib/problem.ts'
import type { FieldDatabase } from '../store/database.ts'
import { lifted, tooNew } from '../store/forms.ts'
import { ownerKey } from '../store/owner.ts'
import type { Owner } from '../store/records.ts'
import { unstick } from '../store/settle.ts'
import { marks } from './marks.ts'
import { nextToSend } from './next.ts'
import { outgoing } from './outgoing.ts'
import { type Pace, slower, unhurried } from './pace.ts'
import { sendPicture } from './send-picture.ts'
import type { Transport } from './transport.ts'
import { type Verdict, verdictOn } from './verdict.ts'

export type Sending = {
  db: FieldDatabase
  owner: Owner
  transport: Transport
  /** Whether the owner is still the one at work here. */
  mine: () => boolean
  /** After each change of a row. */
  changed: () => void
  /** Part of a photo that has gone, 0 to 1. */
  progress: (photo: string, part: number) => void
  now: () => number
  random: () => number
}

/** How it ended: nothing left, to be gone on with later, not signed in any more, or another's turn. */
export type Ended = 'done' | 'later' | 'signedOut' | 'left'

/** Sends what waits, one after the other, until nothing is left or something stops it. Only ever one at a time. */
export async function sendAll(sending: Sending): Promise<Ended> {
  const { db, owner, mine, changed } = sending
  const key = ownerKey(owner)
  await unstick(db, key)
  for (;;) {
    if (!mine()) return 'left'
    const next = await db.read(['records', 'photos'], async (tx) => {
      const records = await tx.objectStore('records').index('owner').getAll(key)
      return nextToSend(records, await tx.objectStore('photos').index('owner').getAll(key))
    })
    if (!next) return 'done'
    const end =
      next.kind === 'record'
        ? await sendRecord(sending, next.record.id)
        : await sendPhoto(sending, next.photo.id)
    changed()
    if (end) return end
  }
}

async function sendRecord(sending: Sending, id: string): Promise<Ended | undefined> {
  const { db, owner, transport, changed, now } = sending
  const mark = marks(db, ownerKey(owner))
  const going = await mark.recordGoes(id)
  if (!going) return undefined
  changed()
  const body = lifted(going.record)
  if (!body) {
    await mark.recordRefused(id, tooNew)
    return undefined
  }
  const { path, body: said } = outgoing(going.record, body, going.photos)
  const verdict = await asked(async () => {
    const answered = await transport({
      method: 'PUT',
      path: `/api/v1/counties/${owner.county}/${path}`,
      headers: { ...headersOf(sending), 'content-type': 'application/json' },
      body: JSON.stringify(said),
    })
    return named(await verdictOn(answered), body.kind === 'step' ? body.issue : id)
  })
  if (verdict.kind === 'taken') {
    await mark.recordTaken(id, now())
    await keepPace(sending, unhurried)
  } else if (verdict.kind === 'refused') await mark.recordRefused(id, verdict.refusal)
  else if (verdict.kind === 'signedOut') await mark.recordWaits(id)
  else {
    await mark.recordLater(id, await putOff(sending, verdict.after), verdict.stumbled)
    return 'later'
  }
  return verdict.kind === 'signedOut' ? 'signedOut' : undefined
}

async function sendPhoto(sending: Sending, id: string): Promise<Ended | undefined> {
  const { db, owner, changed } = sending
  const mark = marks(db, ownerKey(owner))
  const going = await mark.photoGoes(id)
  if (!going) return undefined
  changed()
  const { photo, whole, small } = going
  if (!whole) {
    await mark.photoRefused(id, { ...tooNew, code: 'picture-lost' })
    return undefined
  }
  const verdict = await asked(() =>
    sendPicture({
      ...{ photo, whole, small, county: owner.county, transport: sending.transport },
      headers: () => headersOf(sending),
      uploaded: () => mark.photoUploaded(id),
      progress: (part) => sending.progress(id, part),
    }),
  )
  if (verdict.kind === 'taken') {
    await mark.photoTaken(id)
    await keepPace(sending, unhurried)
  } else if (verdict.kind === 'refused') await mark.photoRefused(id, verdict.refusal)
  else if (verdict.kind === 'signedOut') await mark.photoWaits(id)
  else {
    await mark.photoLater(id, await putOff(sending, verdict.after), verdict.stumbled)
    return 'later'
  }
  return verdict.kind === 'signedOut' ? 'signedOut' : undefined
}

/** Whose it is, so that another's session takes nothing in under its name; and the phone's clock, to tell its error. */
export function headersOf({ owner, now }: Pick<Sending, 'owner' | 'now'>): Record<string, string> {
  return { 'x-member': owner.member, 'x-device-time': new Date(now()).toISOString() }
}

/** Believed only where the answer names what was sent. */
export function named(verdict: Verdict, id: string): Verdict {
  if (verdict.kind !== 'taken' || verdict.answer.id === id) return verdict
  return { kind: 'later', stumbled: false }
}

async function asked(ask: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Disconnected) return { kind: 'later', stumbled: false }
    throw error
  }
}

export const paceKey = (owner: string) => `pace:${owner}`

async function keepPace({ db, owner }: Sending, pace: Pace): Promise<void> {
  await db.write(['settings'], (tx) => tx.store.put(pace, paceKey(ownerKey(owner))))
}

/** Puts the next attempt off and answers until when. */
async function putOff(sending: Sending, after: number | undefined): Promise<number | null> {
  const { db, owner, now, random } = sending
  return db.write(['settings'], async (tx) => {
    const key = paceKey(ownerKey(owner))
    const pace = slower(((await tx.store.get(key)) as Pace | undefined) ?? unhurried, now(), random(), after)
    await tx.store.put(pace, key)
    return pace.nextAt
  })
}
