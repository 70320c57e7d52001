import { newUuid } from '../../lib/request-key.ts'
import type { FieldDatabase, KeptRecord, Writing } from './database.ts'
import { inOrder } from './order.ts'
import { type Body, currentForm, type FieldRecord, type SendState } from './records.ts'

/** An owner's records and what happens to them on the phone. Times in epoch ms. */
export function recordRows(db: FieldDatabase, owner: string) {
  const all = () => db.read(['records'], (tx) => tx.objectStore('records').index('owner').getAll(owner))

  const change = (id: string, alter: (record: KeptRecord) => KeptRecord | undefined): Promise<boolean> =>
    db.write(['records'], async (tx) => {
      const record = await tx.objectStore('records').get([owner, id])
      const altered = record && alter(record)
      if (altered) await tx.objectStore('records').put(altered)
      return altered !== undefined
    })

  return {
    list: async (): Promise<FieldRecord[]> =>
      inOrder((await all()).filter(({ discarded }) => discarded === undefined)),

    one: async (id: string): Promise<FieldRecord | undefined> => {
      const record = await db.read(['records'], (tx) => tx.objectStore('records').get([owner, id]))
      return record?.discarded === undefined ? record : undefined
    },

    begin: (body: Body, title: string, now: number): Promise<string> =>
      db.write(['records'], async (tx) => {
        const store = tx.objectStore('records')
        const all = await store.index('owner').getAll(owner)
        const unsent = all.filter(({ state }) => state !== 'sent')
        const taken = new Set(all.map((record) => record.madeAt))
        // Where the phone's clock was set back meanwhile, what is made later still comes later.
        let madeAt = Math.max(now, ...unsent.map((record) => record.madeAt + 1))
        while (taken.has(madeAt)) madeAt += 1
        const record = newRecord(owner, body, title, madeAt)
        await store.add(record)
        return record.id
      }),

    write: (id: string, body: Body, title: string | undefined, now: number): Promise<boolean> =>
      change(id, (record) =>
        record.state === 'draft'
          ? { ...record, body, title: title ?? record.title, changedAt: now, form: currentForm }
          : undefined,
      ),

    finish: (id: string, now: number): Promise<void> =>
      restate(db, owner, id, ['draft'], { state: 'waiting', changedAt: now }),

    reopen: (id: string, now: number): Promise<void> =>
      restate(db, owner, id, ['waiting', 'refused'], { state: 'draft', refusal: null, changedAt: now }),

    discard: (id: string, now: number): Promise<boolean> =>
      change(id, (record) =>
        record.state === 'draft' || record.state === 'refused' ? { ...record, discarded: now } : undefined,
      ),

    undiscard: (id: string): Promise<boolean> => change(id, ({ discarded: _, ...record }) => record),
  }
}

/** Moves a record, and the photos that have not gone, into another state; nothing where it is in none of `from`. */
function restate(
  db: FieldDatabase,
  owner: string,
  id: string,
  from: readonly SendState[],
  to: Partial<FieldRecord> & { state: 'waiting' | 'draft' },
): Promise<void> {
  return db.write(['records', 'photos'], async (tx) => {
    const record = await tx.objectStore('records').get([owner, id])
    if (record?.state === 'sent') return tryRefusedPhotosAgain(tx, owner, id)
    if (!record || !from.includes(record.state)) return
    await tx.objectStore('records').put({ ...record, ...to, ...fresh })
    for (const photo of await tx.objectStore('photos').index('record').getAll([owner, id]))
      if (photo.state !== 'sent')
        await tx.objectStore('photos').put({ ...photo, state: to.state, refusal: null, ...fresh })
  })
}

const fresh = { attempts: 0, nextAt: null, stumbles: 0 }

/** A record that has gone needs no mending; a photo of it that was refused may be tried once more. */
async function tryRefusedPhotosAgain(tx: Writing<['records', 'photos']>, owner: string, id: string) {
  for (const photo of await tx.objectStore('photos').index('record').getAll([owner, id]))
    if (photo.state === 'refused' && photo.sha256 !== null)
      await tx.objectStore('photos').put({ ...photo, state: 'waiting', refusal: null, ...fresh })
}

function newRecord(owner: string, body: Body, title: string, madeAt: number): KeptRecord {
  const unsent = { state: 'draft' as const, attempts: 0, nextAt: null, refusal: null, sentAt: null }
  return { id: newUuid(), owner, body, title, madeAt, changedAt: madeAt, form: currentForm, ...unsent }
}
