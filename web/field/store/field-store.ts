import { type Prepare, photoTaking } from '../photos/take-photos.ts'
import type { Changes } from './changes.ts'
import type { FieldDatabase } from './database.ts'
import { ownerKey } from './owner.ts'
import { packing, unpacking } from './packing.ts'
import { type Picked, photoRows } from './photo-rows.ts'
import { recordRows } from './record-rows.ts'
import type { Owner } from './records.ts'
import { askToPersist, roomLeft } from './room.ts'
import { settle } from './settle.ts'
import type { FieldStore } from './store.ts'

export type StoreParts = {
  db: FieldDatabase
  changes: Changes
  owner: Owner
  /** Name of the county, for whoever receives what is handed over. */
  countyName: () => string
  /** Something waits to be sent. */
  wake: () => void
  /** How far photos on their way are, by id. */
  progress: ReadonlyMap<string, number>
  now?: () => number
  prepare?: Prepare
  room?: typeof roomLeft
}

/** The store of one owner, which also puts in order what an earlier run of the app has left. */
export function fieldStore(parts: StoreParts): FieldStore & { resume(): Promise<void> } {
  const { db, changes, owner, wake, progress, now = Date.now, prepare, room = roomLeft } = parts
  const key = ownerKey(owner)
  const records = recordRows(db, key)
  const photos = photoRows(db, key)
  const changed = () => changes.everywhere()
  const taking = photoTaking({
    ...{ owner: key, rows: photos, changed, now, room },
    ...(prepare && { prepare }),
  })
  const after = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work
    changed()
    return result
  }

  return {
    bundle: async () => (await db.read(['bundles'], (tx) => tx.store.get(key)))?.bundle,
    thumbnail: async (photo) => blobOf(await db.read(['thumbnails'], (tx) => tx.store.get([key, photo]))),

    records: records.list,
    record: records.one,
    begin: (body, title) => after(records.begin(body, title, now())),
    write: (id, body, title) => after(records.write(id, body, title, now())),
    finish: (id) => after(records.finish(id, now())).then(wake),
    reopen: (id) => after(records.reopen(id, now())).then(wake),
    discard: async (id) => void (await after(records.discard(id, now()))),
    undiscard: async (id) => void (await after(records.undiscard(id))),

    photos: async (record) =>
      (await photos.list(record)).map((photo) =>
        photo.state === 'sending' ? { ...photo, progress: progress.get(photo.id) ?? 0 } : photo,
      ),
    addPhotos: (record, files, as) => after(taking.take(record, files, as)).finally(wake),
    removePhoto: (id) => after(photos.remove(id)).then(wake),
    picture: async (id, size) => {
      const inTurn =
        size === 'whole' ? (['whole', 'original', 'small'] as const) : (['small', 'original'] as const)
      for (const each of inTurn) {
        const picture = await photos.bytes(id, each)
        if (picture) return blobOf(picture)
      }
      return undefined
    },

    room,
    persist: askToPersist,
    handOver: async () => (await packing()).handOver(db, owner, parts.countyName(), now()),
    takeOver: async (file) => after((await unpacking()).takeOver(db, owner, file)).finally(wake),
    subscribe: changes.subscribe,

    resume: async () => {
      await settle(db, key, now())
      await taking.resume()
      changed()
    },
  }
}

function blobOf(kept: Picked | undefined): Blob | undefined {
  return kept && new Blob([kept.bytes], { type: kept.type || 'image/jpeg' })
}
