import type { FrozenPost } from '../../../schema/api/consequences.ts'
import type { Post } from '../../../schema/api/ranking.ts'
import { newId } from '../../data/new-id.ts'
import type { NewNotice } from '../../data/notices.ts'
import type { PostRow } from '../../data/posts.ts'
import type { ClockCategory, DueWork, Struck } from '../../data/work-clock.ts'
import type { Striking } from '../../domain/assignments/clock.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { freezePosts } from '../../domain/consequences/posts.ts'

/** Work the clock strikes for: what it says, and where that leaves the clock. */
export type Ringing = {
  work: DueWork
  category: ClockCategory | undefined
  strikes: Striking[]
  struck: Struck
  /** Epoch ms. */
  dueAt: number
}

const ofTownships: readonly Post[] = ['deputy_lead', 'top_lead']
const kinds = { reminded: 'reminder', overdue: 'overdue', escalated: 'escalated' } as const

/**
 * Word of each strike: a reminder and that it is overdue to whoever leads, with who holds the post that answers for it;
 * an escalation to where its post is.
 */
export function noticesOf(
  { work, category, strikes, dueAt }: Ringing,
  holders: readonly PostRow[],
  names: ReadonlyMap<string, string>,
  now: Date,
): NewNotice[] {
  return strikes.flatMap((one) => {
    const post = one.kind === 'escalated' ? one.step.post : (category?.post ?? undefined)
    const posts = post ? holdersOf(post, work, holders, names, new Date(one.at)) : []
    const audience = one.kind === 'escalated' ? posts[0]?.area : work.lead
    if (audience === undefined || audience === null) return []
    return [
      {
        // The id says when it was written, so that it stands among what has not been read.
        ...{ id: newId(now.getTime()), kind: kinds[one.kind], at: new Date(one.at).toISOString(), audience },
        ...{ origin: work.origin, originId: work.originId, no: work.no, text: work.text, posts },
        dueAt: new Date(dueAt).toISOString(),
      },
    ]
  })
}

/** Who held the post that day, in the township or village the work lies in. */
function holdersOf(
  post: Post,
  { village, township }: DueWork,
  holders: readonly PostRow[],
  names: ReadonlyMap<string, string>,
  at: Date,
): FrozenPost[] {
  const area = ofTownships.includes(post) ? township : (village ?? township)
  if (area === null) return []
  return freezePosts([{ post, area, areaName: names.get(area) ?? area }], holders, dayOf(at))
}
