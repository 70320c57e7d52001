import type { FieldDatabase, KeptRecord, Writing } from './database.ts'
import { currentForm } from './records.ts'

const day = 24 * 60 * 60_000
/** How long what was sent is kept to be looked at. */
export const keptFor = 7 * day

type Everything = Writing<['records', 'photos', 'pictures']>

/**
 * Puts an owner's rows in order when the app opens: what only an older version of the app could not send waits again,
 * and what was thrown away or sent a week ago goes.
 */
export function settle(db: FieldDatabase, owner: string, now: number): Promise<void> {
  return db.write(['records', 'photos', 'pictures'], async (tx) => {
    const photos = await tx.objectStore('photos').index('owner').getAll(owner)
    for (const record of await tx.objectStore('records').index('owner').getAll(owner)) {
      const mine = photos.filter((photo) => photo.record === record.id)
      const over = record.sentAt !== null && record.sentAt < now - keptFor
      if (record.discarded !== undefined || (over && mine.every(({ state }) => state === 'sent')))
        await forget(tx, record)
      else if (learnt(record))
        await tx.objectStore('records').put({ ...record, state: 'waiting', refusal: null })
    }
  })
}

/**
 * What was on its way when the phone died waits again. Only for whoever alone may send: what another tab is sending
 * must stay as it is.
 */
export function unstick(db: FieldDatabase, owner: string): Promise<void> {
  return db.write(['records', 'photos'], async (tx) => {
    for (const record of await tx.objectStore('records').index('owner').getAll(owner))
      if (record.state === 'sending') await tx.objectStore('records').put({ ...record, state: 'waiting' })
    for (const photo of await tx.objectStore('photos').index('owner').getAll(owner))
      if (photo.state === 'sending') await tx.objectStore('photos').put({ ...photo, state: 'waiting' })
  })
}

/** Refused by an older version of the app for a form that this one knows. */
function learnt({ state, refusal, form }: KeptRecord): boolean {
  return state === 'refused' && refusal?.code === 'app-too-old' && form <= currentForm
}

async function forget(tx: Everything, { owner, id }: KeptRecord): Promise<void> {
  for (const photo of await tx.objectStore('photos').index('record').getAll([owner, id])) {
    await forgetPictures(tx, owner, photo.id)
    await tx.objectStore('photos').delete([owner, photo.id])
  }
  await tx.objectStore('records').delete([owner, id])
}

/** Deletes a photo's bytes; `small` is left where it is still to be seen. */
export async function forgetPictures(
  tx: {
    objectStore(name: 'pictures'): {
      delete(key: [string, string, 'small' | 'whole' | 'original']): Promise<void>
    }
  },
  owner: string,
  photo: string,
  { keepSmall = false } = {},
): Promise<void> {
  for (const size of ['whole', 'original', ...(keepSmall ? [] : ['small' as const])] as const)
    await tx.objectStore('pictures').delete([owner, photo, size])
}
