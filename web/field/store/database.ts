import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { FieldBundle } from '../../../schema/api/field.ts'
import type { FieldPhoto, FieldRecord } from './records.ts'

/** `stumbles`: how often the service failed over it in a row. `discarded`: when its owner threw it away (epoch ms). */
export type KeptRecord = FieldRecord & { stumbles?: number; discarded?: number }
/** `uploaded`: the service has its picture, only the small copy is missing. `addedAt`: when it was picked (epoch ms). */
export type KeptPhoto = FieldPhoto & { stumbles?: number; uploaded?: boolean; addedAt?: number }
export type Size = 'small' | 'whole' | 'original'

export interface Kept extends DBSchema {
  records: { key: [string, string]; value: KeptRecord; indexes: { owner: string } }
  photos: {
    key: [string, string]
    value: KeptPhoto
    indexes: { owner: string; record: [string, string] }
  }
  /** Bytes and not blobs: Safari has lost the files behind blobs when the phone killed it. */
  pictures: {
    key: [string, string, Size]
    value: { owner: string; photo: string; size: Size; bytes: ArrayBuffer; type: string }
  }
  bundles: {
    key: string
    value: { owner: string; etag: string | null; at: number; bundle: FieldBundle }
  }
  thumbnails: {
    key: [string, string]
    value: { owner: string; photo: string; bytes: ArrayBuffer; type: string }
    indexes: { owner: string }
  }
  settings: { key: string; value: unknown }
}

export type Name = StoreNames<Kept>
export type Reading<Names extends Name[]> = IDBPTransaction<Kept, Names, 'readonly'>
export type Writing<Names extends Name[]> = IDBPTransaction<Kept, Names, 'readwrite'>

/** The one database of the origin. It opens by itself, and again where the browser has closed it. */
export class FieldDatabase {
  readonly #name: string
  #opened: Promise<IDBPDatabase<Kept>> | undefined

  constructor(name = 'xiangbang-field') {
    this.#name = name
  }

  read<Names extends Name[], Result>(
    names: [...Names],
    work: (tx: Reading<Names>) => Promise<Result>,
  ): Promise<Result> {
    return this.#again(async (db) => {
      const tx = db.transaction(names, 'readonly') as Reading<Names>
      const [result] = await Promise.all([work(tx), tx.done])
      return result
    })
  }

  /** All or nothing, and on disk once it resolves. Errors: QuotaExceededError where there is no room. */
  write<Names extends Name[], Result>(
    names: [...Names],
    work: (tx: Writing<Names>) => Promise<Result>,
  ): Promise<Result> {
    return this.#again(async (db) => {
      const tx = db.transaction(names, 'readwrite', { durability: 'strict' }) as Writing<Names>
      // Heard at once: an abort before the work has ended must not go unheard.
      const done = tx.done.then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      let result: Result
      try {
        result = await work(tx)
      } catch (error) {
        abort(tx)
        throw (await done)?.error ?? error
      }
      const failed = await done
      if (failed) throw failed.error
      return result
    })
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = undefined
    if (opened) (await opened).close()
  }

  /** iOS closes databases of apps in the background without a word: what failed for that is done once more. */
  async #again<Result>(work: (db: IDBPDatabase<Kept>) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.#open())
    } catch (error) {
      if (!(error instanceof DOMException) || !/^(InvalidStateError|UnknownError)$/.test(error.name))
        throw error
      await this.close().catch(() => {})
      return work(await this.#open())
    }
  }

  #open(): Promise<IDBPDatabase<Kept>> {
    if (this.#opened) return this.#opened
    const forget = () => {
      this.#opened = undefined
    }
    this.#opened = openDB<Kept>(this.#name, 1, {
      upgrade,
      terminated: forget,
      // A newer version of the program wants to change it: let it.
      blocking: () => this.close(),
    })
    this.#opened.catch(forget)
    return this.#opened
  }
}

function upgrade(db: IDBPDatabase<Kept>): void {
  const records = db.createObjectStore('records', { keyPath: ['owner', 'id'] })
  records.createIndex('owner', 'owner')
  const photos = db.createObjectStore('photos', { keyPath: ['owner', 'id'] })
  photos.createIndex('owner', 'owner')
  photos.createIndex('record', ['owner', 'record'])
  db.createObjectStore('pictures', { keyPath: ['owner', 'photo', 'size'] })
  db.createObjectStore('bundles', { keyPath: 'owner' })
  db.createObjectStore('thumbnails', { keyPath: ['owner', 'photo'] }).createIndex('owner', 'owner')
  db.createObjectStore('settings')
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort()
  } catch {
    // Over already.
  }
}
