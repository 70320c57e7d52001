import { z } from 'zod'
import { RevisionSummary } from './boards.ts'
import { Standings } from './ranking.ts'

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
