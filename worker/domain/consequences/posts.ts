import type { PostHolding } from '../../../schema/api/areas.ts'
import type { FrozenPost } from '../../../schema/api/consequences.ts'
import type { Post } from '../../../schema/api/ranking.ts'
import type { Proposal } from './propose.ts'

const townshipPosts: readonly Post[] = ['deputy_lead', 'top_lead']

/** Where a post is looked for. */
export type PostPlace = { post: Post; area: string; areaName: string }
/** An area with its name. */
export type NamedPlace = { area: string; areaName: string }

/**
 * The posts an action speaks to, in the order of the rule's targets: a township's leaders are looked for in the
 * township of each subject, all others in its village; each place once.
 */
export function placesOf(
  { subjects }: Proposal,
  targets: readonly Post[],
  villageOf: (subject: string) => NamedPlace,
  townshipOf: (subject: string) => NamedPlace,
): PostPlace[] {
  return targets.flatMap((post) => {
    const placeOf = townshipPosts.includes(post) ? townshipOf : villageOf
    const places = new Map(subjects.map(placeOf).map((place) => [place.area, place]))
    return [...places.values()].map((place) => ({ post, ...place }))
  })
}

/** Who held the posts on a day: everyone where several did, `holder: null` where the county has not said. */
export function freezePosts(
  places: readonly PostPlace[],
  holdings: readonly Omit<PostHolding, 'id'>[],
  day: string,
): FrozenPost[] {
  return places.flatMap(({ post, area, areaName }): FrozenPost[] => {
    const holders = holdings.filter(
      (held) =>
        held.post === post &&
        held.area === area &&
        held.startsOn <= day &&
        (held.endsOn === null || held.endsOn >= day),
    )
    const names = [...new Set(holders.map(({ holder }) => holder))]
    if (names.length === 0) return [{ post, area, areaName, holder: null }]
    return names.map((holder) => ({ post, area, areaName, holder }))
  })
}
