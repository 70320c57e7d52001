import { z } from 'zod'

/**
 * A queue message: only a nudge to look at what a county has due by `at` (epoch ms), so a lost, late or repeated one
 * changes nothing. `county` is the tenant's id.
 */
export const Job = z.strictObject({ kind: z.literal('tick'), county: z.uuid(), at: z.int() })
export type Job = z.infer<typeof Job>
