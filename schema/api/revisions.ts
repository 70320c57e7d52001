import { z } from 'zod'
import { Instant, Reason } from './common.ts'
import { Amendment, Band, Standings } from './ranking.ts'

export const Publication = z.strictObject({ waive: Reason.optional() })
export const NewRevision = z.strictObject({ reason: Reason, amendments: z.array(Amendment).min(1).max(500) })
export const RevisionSummary = z.object({
  round: z.string(),
  no: z.int(),
  sha256: z.string(),
  reason: z.string().nullable(),
  publishedAt: Instant,
})
export type RevisionSummary = z.infer<typeof RevisionSummary>

/** What a correction moves, in this round and in the later ones whose streaks it changes. */
export const RevisionEffect = z.object({
  rounds: z.array(
    z.object({
      round: z.string(),
      no: z.int(),
      revision: z.int(),
      sha256: z.string(),
      changes: z.array(
        z.object({
          subject: z.string(),
          name: z.string(),
          before: z.object({ rank: z.int().nullable(), band: Band.nullable(), streak: z.int().nullable() }),
          after: z.object({ rank: z.int().nullable(), band: Band.nullable(), streak: z.int().nullable() }),
        }),
      ),
    }),
  ),
  consequences: z.object({ created: z.int(), cancelled: z.int() }),
})
export type RevisionEffect = z.infer<typeof RevisionEffect>

export const RevisionQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).optional() })

/** A revision as it was published; its inputs are a download of their own. */
export const Revision = RevisionSummary.extend({ result: Standings })
export type Revision = z.infer<typeof Revision>

/** A stored revision ranked again from its stored inputs: `sha256` is over their canonical JSON. */
export const Recomputation = z.object({
  round: z.string(),
  no: z.int(),
  sha256: z.string(),
  matches: z.boolean(),
  result: Standings,
})
export type Recomputation = z.infer<typeof Recomputation>
