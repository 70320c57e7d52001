import { z } from 'zod'

/** An opaque id: a UUIDv7, or for an imported area the code it had when imported. */
export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)
export const Name = z.string().trim().min(1).max(100)
/** UTC, ISO 8601 with a Z. */
export const Instant = z.iso.datetime()
/** A calendar day in Asia/Shanghai, 2026-03-06. */
export const Day = z.iso.date()
export const LongText = z.string().trim().min(1).max(4000)
export const Reason = z.string().trim().min(1).max(1000)

/** A point on Earth, WGS 84 degrees; `accuracy` in metres as the device said. */
export const Place = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000).optional(),
})
export type Place = z.infer<typeof Place>

/** The body of a state change that needs no more words. */
export const Nothing = z.strictObject({})

/** A page of a list; pass `nextCursor` back as `cursor` for the next one. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const PageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

/** RFC 9457. `errors` only with 422: where in the request, and what is wrong there. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>
