import { z } from 'zod'
import { Id, Instant, PageQuery, Place, Reason } from './common.ts'

export const photoMimes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
export const PhotoMime = z.enum(photoMimes)
export type PhotoMime = z.infer<typeof PhotoMime>

/** What a photo can be evidence of. */
export const PhotoTarget = z.enum([
  'inspection',
  'issue',
  'objection',
  'consequence',
  'assignment',
  'activity',
  'column',
  'bulletin',
  'complaint',
])
export type PhotoTarget = z.infer<typeof PhotoTarget>

export const PhotoRole = z.enum(['finding', 'before', 'after', 'evidence'])
export type PhotoRole = z.infer<typeof PhotoRole>

/** Ids of photos already uploaded, given with the thing they are evidence of. */
export const PhotoIds = z.array(Id).max(30)

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A photo that follows the record it belongs to: `sha256` is that of the bytes to come. */
export const AwaitedPhoto = z.strictObject({ id: Id, sha256: Sha256 })
export type AwaitedPhoto = z.infer<typeof AwaitedPhoto>
/** Those of a record's photos that follow it; it names them where it names the others. */
export const AwaitedPhotos = z.array(AwaitedPhoto).max(300)

/** A photo where it is evidence. `url` and `thumbnailUrl` answer only to those who may see the thing. */
export const PhotoShown = z.object({
  id: z.string(),
  role: PhotoRole,
  event: z.string().nullable(),
  mime: PhotoMime,
  width: z.int(),
  height: z.int(),
  takenAt: Instant.nullable(),
  place: Place.nullable(),
  url: z.string(),
  thumbnailUrl: z.string(),
  /** Since when it is awaited, where its bytes have not come yet: there is no picture to show. */
  awaitedSince: Instant.optional(),
})
export type PhotoShown = z.infer<typeof PhotoShown>

/**
 * The query of `PUT …/photos/{id}`, whose body is the picture itself. `sha256` is that of the body, `source` that of
 * the file as picked where the browser shrank it first. Time and place are those the camera noted.
 */
export const PhotoUpload = z
  .strictObject({
    sha256: Sha256,
    source: Sha256.optional(),
    takenAt: Instant.optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
    lng: z.coerce.number().min(-180).max(180).optional(),
    accuracy: z.coerce.number().min(0).max(100_000).optional(),
  })
  .refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), { path: ['lng'] })
export type PhotoUpload = z.infer<typeof PhotoUpload>

/** The query of a small copy's upload. */
export const CopyUpload = z.strictObject({ sha256: Sha256 })

/** A photo just uploaded, before it is evidence of anything. */
export const Photo = PhotoShown.omit({ role: true, event: true, awaitedSince: true }).extend({
  sha256: z.string(),
  bytes: z.int(),
  thumbnail: z.boolean(),
  derivative: z.boolean(),
})
export type Photo = z.infer<typeof Photo>

/** The same picture used for different areas; `open` until a human has looked at it. */
export const PhotoFlagState = z.enum(['open', 'cleared', 'confirmed'])
export const PhotoFlag = z.object({
  sha256: z.string(),
  areas: z.array(z.object({ id: z.string(), name: z.string() })),
  state: PhotoFlagState,
  note: z.string().nullable(),
  at: Instant,
  settledAt: Instant.nullable(),
  uses: z.array(
    z.object({
      target: PhotoTarget,
      targetId: z.string(),
      area: z.string().nullable(),
      at: Instant,
      photo: PhotoShown,
    }),
  ),
})
export type PhotoFlag = z.infer<typeof PhotoFlag>
export const PhotoFlagQuery = PageQuery.extend({ state: PhotoFlagState.optional() })
export const PhotoFlagChange = z.strictObject({
  state: PhotoFlagState.exclude(['open']),
  note: Reason.optional(),
})
export type PhotoFlagChange = z.infer<typeof PhotoFlagChange>
