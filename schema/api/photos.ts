import { z } from 'zod'
import { Id, Instant, Place } from './common.ts'

export const photoMimes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
export const PhotoMime = z.enum(photoMimes)
export type PhotoMime = z.infer<typeof PhotoMime>

/** What a photo can be evidence of. */
export const PhotoTarget = z.enum(['inspection', 'issue', 'objection', 'consequence', 'assignment'])
export type PhotoTarget = z.infer<typeof PhotoTarget>

export const PhotoRole = z.enum(['finding', 'before', 'after', 'evidence'])
export type PhotoRole = z.infer<typeof PhotoRole>

/** Ids of photos already uploaded, given with the thing they are evidence of. */
export const PhotoIds = z.array(Id).max(30)

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
})
export type PhotoShown = z.infer<typeof PhotoShown>
