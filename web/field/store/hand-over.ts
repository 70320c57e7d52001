import { strToU8, Zip, ZipPassThrough } from 'fflate'
import type { HandedPhoto, HandedRecord, HandOver } from '../../../schema/api/hand-over.ts'
import { outgoing } from '../sync/outgoing.ts'
import type { FieldDatabase, KeptPhoto, KeptRecord } from './database.ts'
import { lifted } from './forms.ts'
import { byPosition, inOrder } from './order.ts'
import { ownerKey } from './owner.ts'
import type { FieldPhoto, Owner } from './records.ts'

/**
 * Everything of an owner's that is not acknowledged, as one zip archive: see `schema/api/hand-over.ts`. It stays on this
 * phone as well. Only one picture at a time is in memory beside what the archive already holds.
 */
export async function handOver(
  db: FieldDatabase,
  owner: Owner,
  countyName: string,
  now: number,
): Promise<Blob> {
  const key = ownerKey(owner)
  const [records, photos] = await db.read(['records', 'photos'], async (tx) => [
    await tx.objectStore('records').index('owner').getAll(key),
    await tx.objectStore('photos').index('owner').getAll(key),
  ])
  const handed = inOrder(records.filter(({ discarded }) => discarded === undefined))
    .map((record) => recordHanded(record, byPosition(photos.filter((photo) => photo.record === record.id))))
    .filter(({ sent, photos: missing }) => !sent || missing.length > 0)
  const manifest: HandOver = {
    ...{ format: 'xiangbang-hand-over', version: 1, madeAt: new Date(now).toISOString() },
    ...{ owner: { account: owner.account, member: owner.member, county: owner.county }, countyName },
    records: handed,
  }
  return archive(manifest, (id, size) => db.read(['pictures'], (tx) => tx.store.get([key, id, size])))
}

function recordHanded(record: KeptRecord, photos: readonly KeptPhoto[]): HandedRecord {
  const { id, title, madeAt, form, state, body } = record
  const sent = state === 'sent'
  const left = state === 'draft' || state === 'refused'
  const today = left ? undefined : lifted(record)
  return {
    ...{ id, title, form, body, sent, madeAt: new Date(madeAt).toISOString() },
    state: left ? state : 'waiting',
    put: today ? outgoing(record, today, photos) : null,
    photos: photos.filter((photo) => photo.state !== 'sent').flatMap(photoHanded),
  }
}

function photoHanded(photo: FieldPhoto): HandedPhoto[] {
  const { id, role, of, sha256, thumbnailSha256, source, takenAt, place, bytes, position } = photo
  if (sha256 === null || thumbnailSha256 === null) return []
  return [{ id, role, of, sha256, thumbnailSha256, source, takenAt, place, bytes, position }]
}

type Read = (id: string, size: 'whole' | 'small') => Promise<{ bytes: ArrayBuffer } | undefined>

async function archive(manifest: HandOver, read: Read): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    parts.push(new Uint8Array(chunk))
  })
  const add = (name: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(name)
    zip.add(file)
    file.push(bytes, true)
  }
  add('manifest.json', strToU8(JSON.stringify(manifest)))
  for (const { id } of manifest.records.flatMap(({ photos }) => photos)) {
    const [whole, small] = [await read(id, 'whole'), await read(id, 'small')]
    if (whole) add(`photos/${id}.jpg`, new Uint8Array(whole.bytes))
    if (small) add(`thumbnails/${id}.jpg`, new Uint8Array(small.bytes))
  }
  zip.end()
  return new Blob(parts, { type: 'application/zip' })
}
