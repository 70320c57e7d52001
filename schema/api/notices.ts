import { z } from 'zod'
import { Id, Instant, PageQuery } from './common.ts'
import { FrozenPost } from './consequences.ts'

/** `reminder` before work is due, `overdue` once after, `escalated` to the next post, `emergency` when one is raised, `complaint` when the public wrote, `bulletin` when a draft is ready. */
export const NoticeKind = z.enum(['reminder', 'overdue', 'escalated', 'emergency', 'complaint', 'bulletin'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** Word to an area or unit that something asks for its attention. `posts` says whom to tell, as they were that day. */
export const Notice = z.object({
  id: z.string(),
  kind: NoticeKind,
  at: Instant,
  /** The area or unit it is addressed to. */
  audience: z.string(),
  audienceName: z.string(),
  origin: z.enum(['consequence', 'issue', 'task', 'pledge', 'complaint', 'bulletin']),
  originId: z.string(),
  /** The number in the ledger. */
  no: z.int().nullable(),
  text: z.string(),
  dueAt: Instant.nullable(),
  posts: z.array(FrozenPost),
  read: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

export const NoticeQuery = PageQuery.extend({ kind: NoticeKind.optional() })
export type NoticeQuery = z.infer<typeof NoticeQuery>

/** Everything up to and including this notice has been read. */
export const NoticeMark = z.strictObject({ upTo: Id })
export type NoticeMark = z.infer<typeof NoticeMark>
