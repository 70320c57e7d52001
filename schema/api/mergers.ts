import { z } from 'zod'
import { Id, Instant } from './common.ts'

/** What a merger moves, by id: enough to move it back. */
export const MergerMoves = z.object({
  /** Areas beneath the merged one, now beneath the other. */
  children: z.array(z.string()),
  /** Holders of posts now noted at the other area; those whose post is held there already leave theirs. */
  posts: z.array(z.string()),
  ended: z.array(z.object({ id: z.string(), endsOn: z.string().nullable() })),
  /** Units that cover the merged area and from now on the other; `both` where they covered that one already. */
  units: z.array(z.object({ id: z.string(), both: z.boolean() })),
  /** Members and tokens whose scope lies in the merged area. */
  members: z.array(z.string()),
  tokens: z.array(z.string()),
  /** Open issues and assignments of the merged area. */
  issues: z.array(z.string()),
  assignments: z.array(z.string()),
})
export type MergerMoves = z.infer<typeof MergerMoves>

export const MergeArea = z.strictObject({ into: Id })
export const MergerQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).optional() })

/** A merger, or what one would move. `obstacles` say why it cannot be: nothing was changed then. */
export const Merger = z.object({
  area: z.string(),
  into: z.string(),
  applied: z.boolean(),
  at: Instant.nullable(),
  moves: MergerMoves,
  /** Open rounds with the merged area on their roster, which they keep to their end. */
  rounds: z.int(),
  obstacles: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type Merger = z.infer<typeof Merger>
