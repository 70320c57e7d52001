import type { Prepared } from '../../lib/photos/prepare.ts'
import type { FieldDatabase, KeptPhoto, Size } from './database.ts'
import { byPosition } from './order.ts'
import type { FieldPhoto, Refusal } from './records.ts'
import { forgetPictures } from './settle.ts'

/** Most photos that one deduction, or the record as a whole, may have. */
export const mostPhotos = 30

export type Picked = { bytes: ArrayBuffer; type: string }

/** An owner's photos and their bytes on the phone. */
export function photoRows(db: FieldDatabase, owner: string) {
  const of = (record: string): Promise<KeptPhoto[]> =>
    db.read(['photos'], (tx) => tx.store.index('record').getAll([owner, record]))

  return {
    list: async (record: string): Promise<FieldPhoto[]> => byPosition(await of(record)),

    /** A place for a picked file, which holds its record back until the photo is made; false where there is none. */
    add: (photo: KeptPhoto, picked: Picked | undefined): Promise<boolean> =>
      db.write(['records', 'photos', 'pictures'], async (tx) => {
        const record = await tx.objectStore('records').get([owner, photo.record])
        const there = await tx.objectStore('photos').index('record').getAll([owner, photo.record])
        if (record?.state !== 'draft' || there.filter((each) => each.of === photo.of).length >= mostPhotos)
          return false
        const position = Math.max(0, ...there.map((each) => each.position + 1))
        await tx.objectStore('photos').add({ ...photo, position })
        if (picked)
          await tx.objectStore('pictures').put({ owner, photo: photo.id, size: 'original', ...picked })
        return true
      }),

    /** The photo made of what was picked. `alone`: what was picked makes room for it. */
    complete: async (id: string, prepared: Prepared, { alone = false } = {}): Promise<void> => {
      const [whole, small] = [await prepared.picture.arrayBuffer(), await prepared.thumbnail.arrayBuffer()]
      const { sha256, thumbnailSha256, source, takenAt = null, place = null } = prepared
      await db.write(['photos', 'pictures'], async (tx) => {
        const photo = await tx.objectStore('photos').get([owner, id])
        // Taken away meanwhile, or made by another tab.
        if (!photo || photo.sha256 !== null) return
        const pictures = tx.objectStore('pictures')
        if (alone) await pictures.delete([owner, id, 'original'])
        const made = { sha256, thumbnailSha256, source, takenAt, place, bytes: whole.byteLength }
        await tx.objectStore('photos').put({ ...photo, ...made })
        await pictures.put({ owner, photo: id, size: 'whole', bytes: whole, type: prepared.picture.type })
        await pictures.put({ owner, photo: id, size: 'small', bytes: small, type: prepared.thumbnail.type })
      })
    },

    /** Nothing can be made of it: it says why, and holds its record back no longer. */
    giveUp: (id: string, refusal: Refusal): Promise<void> =>
      db.write(['photos'], async (tx) => {
        const photo = await tx.store.get([owner, id])
        if (photo?.sha256 === null) await tx.store.put({ ...photo, state: 'refused', refusal })
      }),

    /** Only of a draft, or where nothing was made of it, or it was refused: what is on its way stays. */
    remove: (id: string): Promise<void> =>
      db.write(['records', 'photos', 'pictures'], async (tx) => {
        const photo = await tx.objectStore('photos').get([owner, id])
        if (!photo) return
        const record = await tx.objectStore('records').get([owner, photo.record])
        const onItsWay = photo.state !== 'refused' && photo.sha256 !== null
        if (record && record.state !== 'draft' && onItsWay) return
        await forgetPictures(tx, owner, id)
        await tx.objectStore('photos').delete([owner, id])
      }),

    unmade: async (): Promise<KeptPhoto[]> => {
      const photos = await db.read(['photos'], (tx) => tx.store.index('owner').getAll(owner))
      return photos.filter(({ sha256, state }) => sha256 === null && state !== 'refused')
    },

    bytes: (id: string, size: Size): Promise<Picked | undefined> =>
      db.read(['pictures'], (tx) => tx.store.get([owner, id, size])),
  }
}
