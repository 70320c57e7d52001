import type { FieldDatabase, KeptPhoto, KeptRecord } from '../store/database.ts'
import type { Refusal } from '../store/records.ts'
import { forgetPictures } from '../store/settle.ts'

/** What the sending writes down. Each is on disk before the next request goes out. Times in epoch ms. */
export function marks(db: FieldDatabase, owner: string) {
  const record = (id: string, alter: (record: KeptRecord) => KeptRecord) =>
    db.write(['records'], async (tx) => {
      const found = await tx.store.get([owner, id])
      if (found) await tx.store.put(alter(found))
    })
  const photo = (id: string, alter: (photo: KeptPhoto) => KeptPhoto) =>
    db.write(['photos'], async (tx) => {
      const found = await tx.store.get([owner, id])
      if (found) await tx.store.put(alter(found))
    })
  const later =
    (nextAt: number | null, stumbled: boolean) => (row: { attempts: number; stumbles?: number }) => ({
      state: 'waiting' as const,
      attempts: row.attempts + 1,
      nextAt,
      stumbles: (row.stumbles ?? 0) + (stumbled ? 1 : 0),
    })

  return {
    /** The record and its photos as they go out; undefined where its owner has just taken it back. */
    recordGoes: (id: string) =>
      db.write(['records', 'photos'], async (tx) => {
        const found = await tx.objectStore('records').get([owner, id])
        if (found?.state !== 'waiting') return undefined
        await tx.objectStore('records').put({ ...found, state: 'sending' })
        return { record: found, photos: await tx.objectStore('photos').index('record').getAll([owner, id]) }
      }),
    recordTaken: (id: string, now: number) =>
      record(id, (row) => ({
        ...row,
        ...{ state: 'sent', sentAt: now, refusal: null, nextAt: null, stumbles: 0 },
      })),
    recordRefused: (id: string, refusal: Refusal) =>
      record(id, (row) => ({ ...row, state: 'refused', refusal, nextAt: null })),
    recordLater: (id: string, nextAt: number | null, stumbled: boolean) =>
      record(id, (row) => ({ ...row, ...later(nextAt, stumbled)(row) })),
    recordWaits: (id: string) => record(id, (row) => ({ ...row, state: 'waiting' })),

    photoGoes: (id: string) =>
      db.write(['photos', 'pictures'], async (tx) => {
        const found = await tx.objectStore('photos').get([owner, id])
        if (found?.state !== 'waiting') return undefined
        await tx.objectStore('photos').put({ ...found, state: 'sending' })
        const pictures = tx.objectStore('pictures')
        const [whole, small] = [
          await pictures.get([owner, id, 'whole']),
          await pictures.get([owner, id, 'small']),
        ]
        return { photo: found, whole: whole?.bytes, small: small?.bytes }
      }),
    photoUploaded: (id: string) => photo(id, (row) => ({ ...row, uploaded: true })),
    /** Acknowledged: only the small copy stays, to be seen. */
    photoTaken: (id: string) =>
      db.write(['photos', 'pictures'], async (tx) => {
        const found = await tx.objectStore('photos').get([owner, id])
        if (!found) return
        const sent = { state: 'sent', progress: 1, refusal: null, nextAt: null, stumbles: 0 } as const
        await tx.objectStore('photos').put({ ...found, ...sent })
        await forgetPictures(tx, owner, id, { keepSmall: true })
      }),
    photoRefused: (id: string, refusal: Refusal) =>
      photo(id, (row) => ({ ...row, state: 'refused', refusal, nextAt: null })),
    photoLater: (id: string, nextAt: number | null, stumbled: boolean) =>
      photo(id, (row) => ({ ...row, ...later(nextAt, stumbled)(row) })),
    photoWaits: (id: string) => photo(id, (row) => ({ ...row, state: 'waiting' })),
  }
}
