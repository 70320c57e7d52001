import { z } from 'zod'
import { Id, Instant, Place } from './common.ts'
import { PhotoRole } from './photos.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A photo of a record handed over. The file holds the picture as `photos/{id}.jpg` and its small copy as
 * `thumbnails/{id}.jpg`, both JPEG, with these hashes; they are sent like a phone sends them: `PUT …/photos/{id}` with
 * `sha256`, `source`, `takenAt`, `lat` and `lng`, then `PUT …/photos/{id}/thumbnail`.
 */
export const HandedPhoto = z.object({
  id: Id,
  role: PhotoRole,
  /** The deduction it shows (`item/deduction`), or null for the record as a whole. */
  of: z.string().max(100).nullable(),
  sha256: Sha256,
  thumbnailSha256: Sha256,
  /** Of the file as it was picked. */
  source: Sha256.nullable(),
  takenAt: Instant.nullable(),
  place: Place.nullable(),
  bytes: z.int().min(1),
  position: z.int(),
})
export type HandedPhoto = z.infer<typeof HandedPhoto>

const body = z.record(z.string(), z.unknown())

/** What was written, as the phone keeps it; the service judges it when it is sent. */
export const HandedBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inspection'), record: body }),
  z.object({ kind: z.literal('issue'), record: body }),
  z.object({ kind: z.literal('step'), issue: Id, record: body }),
  z.object({ kind: z.literal('patrol'), record: body }),
])

export const HandedRecord = z.object({
  id: Id,
  title: z.string().max(200),
  /** By the phone's clock. Records are sent in this order, then their photos. */
  madeAt: Instant,
  form: z.int().min(1),
  /** A draft is not finished, a refused one was not taken by the service: both are for a phone to go on with. */
  state: z.enum(['draft', 'waiting', 'refused']),
  body: HandedBody,
  /** Acknowledged before: only photos are missing still. */
  sent: z.boolean(),
  /**
   * Where it is finished: the request that brings it in, `PUT …/counties/{county}/{path}` with this body, in which
   * its photos are awaited.
   */
  put: z.object({ path: z.string().max(200), body }).nullable(),
  photos: z.array(HandedPhoto).max(300),
})
export type HandedRecord = z.infer<typeof HandedRecord>

/**
 * `manifest.json` of a file handed over: a zip archive of what a phone could not send by itself. Records and photos
 * keep their ids, so that bringing it in twice, or once more from the phone itself, has effect once.
 */
export const HandOver = z.object({
  format: z.literal('xiangbang-hand-over'),
  version: z.literal(1),
  madeAt: Instant,
  /** Who made the records, and the county they are for (its id). */
  owner: z.object({ account: Id, member: Id, county: Id }),
  countyName: z.string().max(100),
  records: z.array(HandedRecord).max(2000),
})
export type HandOver = z.infer<typeof HandOver>
