import type { PostHolding } from '../../../schema/api/areas.ts'

type Holding = Omit<PostHolding, 'id'>

/**
 * What a list of holders changes in what is noted. Whoever holds a post at the list's first day and stands in it for
 * that post stays as noted; everyone else who holds a post that the list speaks of leaves the day before its new
 * holder comes (for one who came that very day: the day before he came, so that he never held it).
 */
export function successions(
  list: readonly Holding[],
  held: readonly PostHolding[],
): { added: Holding[]; ended: { id: string; endsOn: string }[] } {
  const added = list.filter((wanted) => !held.some((one) => samePost(one, wanted) && stays(one, wanted)))
  const ended = held.flatMap((one) => {
    const successors = list.filter((wanted) => samePost(one, wanted))
    if (successors.some(({ holder }) => holder === one.holder)) return []
    const comes = successors.map(({ startsOn }) => startsOn).sort()[0]
    const holds = comes !== undefined && one.startsOn <= comes && (one.endsOn ?? comes) >= comes
    return holds ? [{ id: one.id, endsOn: dayBefore(comes) }] : []
  })
  return { added, ended }
}

function samePost(one: Holding, other: Holding): boolean {
  return one.area === other.area && one.post === other.post
}

/** The holder is in the post when the list's entry begins. */
function stays(one: Holding, wanted: Holding): boolean {
  return (
    one.holder === wanted.holder &&
    one.startsOn <= wanted.startsOn &&
    (one.endsOn === wanted.endsOn ||
      (wanted.endsOn === null && (one.endsOn ?? wanted.startsOn) >= wanted.startsOn))
  )
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
