import type { Post } from '../../../schema/api/ranking.ts'
import { newId } from '../../data/new-id.ts'
import type { NewNotice } from '../../data/notices.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { freezePosts } from '../../domain/consequences/posts.ts'
import type { CountyContext } from '../context.ts'
import type { Draft } from './draft-issue.ts'
import type { Ground } from './ground.ts'

const ofTownships: readonly Post[] = ['deputy_lead', 'top_lead']
/** As much of a text as a list shows. */
const shown = 200

/**
 * Word at once to those whom the category's plan calls on, and to whoever leads: one notice an area or unit, with who
 * holds its posts today.
 */
export function emergencyNotices(
  { now }: Pick<CountyContext, 'now'>,
  { holders }: Pick<Ground, 'holders'>,
  { wanted, category, lineage, lead, dueAt }: Draft,
): NewNotice[] {
  const { plan } = category
  if (!plan || wanted.body.solved || wanted.closedAt !== undefined) return []
  const places = plan.posts.flatMap((post) => {
    const place = placeOf(post, lineage)
    return place ? [{ post, area: place.id, areaName: place.name }] : []
  })
  const posts = freezePosts(places, holders, dayOf(now))
  const audiences = new Set([...places.map(({ area }) => area), ...(lead === null ? [] : [lead])])
  return [...audiences].map((audience) => ({
    ...{ id: newId(now.getTime()), kind: 'emergency' as const, at: now.toISOString(), audience },
    ...{ origin: 'issue' as const, originId: wanted.id, no: null, text: wanted.body.text.slice(0, shown) },
    ...{ dueAt: dueAt?.toISOString() ?? null, posts: posts.filter(({ area }) => area === audience) },
  }))
}

/** Where a post is looked for: a township's leaders in the township, the others in the village, else the township. */
export function placeOf<Place extends { level: string }>(
  post: Post,
  lineage: readonly Place[],
): Place | undefined {
  const township = lineage.find(({ level }) => level === 'township')
  if (ofTownships.includes(post)) return township
  return lineage.find(({ level }) => level === 'village') ?? township
}
