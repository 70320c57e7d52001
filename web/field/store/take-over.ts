import type { HandedPhoto, HandedRecord } from '../../../schema/api/hand-over.ts'
import { readHandOver } from '../../lib/hand-over.ts'
import { NotAHandOver } from '../../lib/not-a-hand-over.ts'
import type { FieldDatabase, KeptPhoto, KeptRecord } from './database.ts'
import { ownerKey } from './owner.ts'
import { type Body, currentForm, type Owner } from './records.ts'

type Counted = { records: number; photos: number; known: number }
type Pictures = { whole: ArrayBuffer; small: ArrayBuffer }

/**
 * Takes in what another phone handed over, under this phone's owner, who then sends it. Ids stay, and what is here
 * already stays as it is. All or nothing. Errors: NotAHandOver, QuotaExceededError.
 */
export async function takeOver(db: FieldDatabase, owner: Owner, file: Blob): Promise<Counted> {
  const { manifest, picture } = await readHandOver(file)
  if (manifest.owner.county !== owner.county) throw new NotAHandOver('otherCounty')
  if (manifest.records.some(({ form }) => form > currentForm)) throw new NotAHandOver('newer')
  // Before anything is written: a database's transaction waits for nothing but itself.
  const pictures = new Map<string, Pictures>()
  for (const photo of manifest.records.flatMap(({ photos }) => photos)) {
    const [whole, small] = [await picture(photo, 'photos'), await picture(photo, 'thumbnails')]
    pictures.set(photo.id, { whole, small })
  }
  const key = ownerKey(owner)
  return db.write(['records', 'photos', 'pictures'], async (tx) => {
    const counted: Counted = { records: 0, photos: 0, known: 0 }
    for (const record of manifest.records) {
      if (await tx.objectStore('records').get([key, record.id])) {
        counted.known += 1
        continue
      }
      await tx.objectStore('records').add(recordTaken(key, record))
      counted.records += 1
      for (const photo of record.photos) {
        await tx.objectStore('photos').put(photoTaken(key, record, photo))
        for (const size of ['whole', 'small'] as const) {
          const bytes = pictures.get(photo.id)?.[size]
          if (!bytes) throw new NotAHandOver('damaged')
          const type = 'image/jpeg'
          await tx.objectStore('pictures').put({ owner: key, photo: photo.id, size, bytes, type })
        }
        counted.photos += 1
      }
    }
    return counted
  })
}

const unsent = { attempts: 0, nextAt: null, refusal: null }

function recordTaken(
  owner: string,
  { id, title, madeAt, form, state, sent, body }: HandedRecord,
): KeptRecord {
  const at = Date.parse(madeAt)
  return {
    ...{ id, owner, title, form, madeAt: at, changedAt: at, ...unsent },
    body: body as Body,
    // Acknowledged already: only its photos are still to go.
    ...(sent ? { state: 'sent' as const, sentAt: at } : { state: 'waiting' as const, sentAt: null }),
    // What was not finished, or was refused, is for its owner to go on with.
    ...(!sent && state !== 'waiting' ? { state: 'draft' as const } : {}),
  }
}

function photoTaken(owner: string, { id: record, sent, state }: HandedRecord, photo: HandedPhoto): KeptPhoto {
  const waiting = sent || state === 'waiting'
  return { ...photo, owner, record, ...unsent, state: waiting ? 'waiting' : 'draft', progress: 0 }
}
