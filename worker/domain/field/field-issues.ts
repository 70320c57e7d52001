import type { FieldIssue } from '../../../schema/api/field.ts'
import type { Issue, StepKind } from '../../../schema/api/issues.ts'
import type { PhotoShown } from '../../../schema/api/photos.ts'

/** Steps that are taken on the spot; the rest is done at a desk. */
const onTheSpot: ReadonlySet<StepKind> = new Set(['started', 'rectified', 'closed', 'returned', 'revisited'])

/** Whether an issue belongs on somebody's phone: there is something to do about it there, or it is their own find. */
export function concerns(steps: readonly StepKind[], own: boolean): boolean {
  return own || steps.some((step) => onTheSpot.has(step))
}

/** The soonest due first; those without a time last, the oldest number first. */
export function inOrderOfUrgency<One extends Pick<Issue, 'dueAt' | 'no'>>(issues: readonly One[]): One[] {
  const due = ({ dueAt }: One) => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt))
  return [...issues].sort((a, b) => Math.sign(due(a) - due(b)) || a.no - b.no)
}

/**
 * Small pictures to know issues by, of the photos that have one, at most so many in all, the first issues first: the last one from before, and where
 * it waits to be verified the last one from after.
 */
export function thumbnailsOf(
  issues: readonly Pick<Issue, 'id' | 'state'>[],
  photos: ReadonlyMap<string, readonly PhotoShown[]>,
  small: ReadonlySet<string>,
  most: number,
): Map<string, FieldIssue['thumbnails']> {
  const chosen = new Map<string, FieldIssue['thumbnails']>()
  let left = most
  for (const { id, state } of issues) {
    const here = (photos.get(id) ?? []).filter((photo) => small.has(photo.id))
    const before = here.findLast(({ role }) => role === 'before' || role === 'finding')
    const after = state === 'rectified' ? here.findLast(({ role }) => role === 'after') : undefined
    const some = [before, after].filter((photo) => photo !== undefined).slice(0, left)
    left -= some.length
    chosen.set(
      id,
      some.map((photo) => ({ photo: photo.id, role: photo.role, url: photo.thumbnailUrl })),
    )
  }
  return chosen
}
