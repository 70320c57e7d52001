import { strFromU8, unzipSync } from 'fflate'
import { type HandedPhoto, type HandedRecord, HandOver } from '../../../schema/api/hand-over.ts'
import { sha256 } from '../../lib/photos/sha256.ts'
import type { FieldDatabase, KeptPhoto, KeptRecord } from './database.ts'
import { NotTakenOver } from './not-taken-over.ts'
import { ownerKey } from './owner.ts'
import { type Body, currentForm, type Owner } from './records.ts'

type Counted = { records: number; photos: number; known: number }
type Files = Record<string, Uint8Array>
const mostBytes = 1_500_000_000

/**
 * Takes in what another phone handed over, under this phone's owner, who then sends it. Ids stay, and what is here
 * already stays as it is. All or nothing. Errors: NotTakenOver, QuotaExceededError.
 */
export async function takeOver(db: FieldDatabase, owner: Owner, file: Blob): Promise<Counted> {
  const files = await unpacked(file)
  const manifest = manifestIn(files)
  if (manifest.owner.county !== owner.county) throw new NotTakenOver('otherCounty')
  if (manifest.records.some(({ form }) => form > currentForm)) throw new NotTakenOver('tooNew')
  for (const photo of manifest.records.flatMap(({ photos }) => photos)) await requireSound(photo, files)
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
        for (const [size, name] of [
          ['whole', pictureOf(photo)] as const,
          ['small', thumbnailOf(photo)] as const,
        ]) {
          const bytes = bytesOf(files, name)
          await tx
            .objectStore('pictures')
            .put({ owner: key, photo: photo.id, size, bytes, type: 'image/jpeg' })
        }
        counted.photos += 1
      }
    }
    return counted
  })
}

async function unpacked(file: Blob): Promise<Files> {
  if (file.size > mostBytes) throw new NotTakenOver('notAHandOver')
  const bytes = new Uint8Array(await file.arrayBuffer())
  let left = mostBytes
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    left -= originalSize
    return left > 0 && /^(manifest\.json|(photos|thumbnails)\/[\w-]+\.jpg)$/.test(name)
  }
  try {
    return unzipSync(bytes, { filter })
  } catch {
    throw new NotTakenOver('notAHandOver')
  }
}

function manifestIn(files: Files): HandOver {
  const manifest = files['manifest.json']
  if (!manifest) throw new NotTakenOver('notAHandOver')
  let said: unknown
  try {
    said = JSON.parse(strFromU8(manifest))
  } catch {
    throw new NotTakenOver('damaged')
  }
  const known = said as { format?: unknown; version?: unknown } | null
  if (known?.format !== 'xiangbang-hand-over') throw new NotTakenOver('notAHandOver')
  if (known.version !== 1) throw new NotTakenOver('tooNew')
  const parsed = HandOver.safeParse(said)
  if (!parsed.success) throw new NotTakenOver('damaged')
  return parsed.data
}

async function requireSound(photo: HandedPhoto, files: Files): Promise<void> {
  const hashes = await Promise.all([
    sha256(bytesOf(files, pictureOf(photo))),
    sha256(bytesOf(files, thumbnailOf(photo))),
  ])
  if (hashes[0] !== photo.sha256 || hashes[1] !== photo.thumbnailSha256) throw new NotTakenOver('damaged')
}

const pictureOf = ({ id }: HandedPhoto) => `photos/${id}.jpg`
const thumbnailOf = ({ id }: HandedPhoto) => `thumbnails/${id}.jpg`

function bytesOf(files: Files, name: string): ArrayBuffer {
  const found = files[name]
  if (!found) throw new NotTakenOver('damaged')
  return new Uint8Array(found).buffer
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
