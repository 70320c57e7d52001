import { z } from 'zod'
import { Day, Id, PageQuery } from './common.ts'
import { Post } from './ranking.ts'

const Holder = z.string().trim().min(1).max(40)

/** `area` is a township for deputy_lead and top_lead, a village for every other post. Days are both included. */
export const NewPost = z.strictObject({
  id: Id.optional(),
  area: Id,
  post: Post,
  holder: Holder,
  startsOn: Day,
  endsOn: Day.nullable().optional(),
})
export type NewPost = z.infer<typeof NewPost>

export const PostChange = z.strictObject({ holder: Holder.optional(), endsOn: Day.nullable().optional() })
export type PostChange = z.infer<typeof PostChange>

export const PostQuery = PageQuery.extend({ area: Id.optional() })
export const ImportQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).optional() })

/** Who holds these posts from a day on; an empty name leaves the post vacant. Posts not listed stay as they are. */
export const PostHolders = z.strictObject({
  from: Day,
  holders: z
    .array(z.strictObject({ area: Id, post: Post, holder: z.string().trim().max(40) }))
    .min(1)
    .max(4000),
})
export type PostHolders = z.infer<typeof PostHolders>
/** How many holders came and how many left. */
export const PostsChanged = z.object({ added: z.int(), ended: z.int() })
