import { z } from 'zod'

/**
 * A queue message: only a nudge to look at what a county has due by `at` (epoch ms), or at one delivery of it, or to
 * seal its audit, so a lost, late or repeated one changes nothing. `county` is the tenant's id.
 */
export const Job = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tick'), county: z.uuid(), at: z.int() }),
  z.strictObject({
    kind: z.literal('deliver'),
    county: z.uuid(),
    delivery: z.string().min(1).max(64),
    at: z.int(),
  }),
  z.strictObject({ kind: z.literal('seal'), county: z.uuid(), at: z.int() }),
])
export type Job = z.infer<typeof Job>
