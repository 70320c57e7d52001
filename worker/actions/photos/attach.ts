import type { SQL } from 'drizzle-orm'
import type { PhotoRole, PhotoTarget } from '../../../schema/api/photos.ts'
import { photoUse } from '../../../schema/tables/county.ts'
import { flagShared } from '../../data/photo-flags.ts'
import { selectReaches } from '../../data/photo-reach.ts'
import { allStored, selectPhotos } from '../../data/photos.ts'
import type { Statement } from '../../data/statement.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { accessTo } from './access.ts'

/** What photos are to be evidence of. `area` is where it lies; `event` the step they came with. */
export type Evidence = {
  target: PhotoTarget
  targetId: string
  event?: string
  area: string | null
  role: PhotoRole
  /** The precondition of the change they come with, repeated on each row. */
  when?: SQL
  /** Where in the request's body the ids stand; by default `photos`. */
  path?: string
}

/**
 * What the caller's batch needs so that photos become evidence: that each is still stored (else `write` throws
 * `NotAsRead`), one row a photo (a photo that serves there already stays as it was), and a flag where the same picture
 * serves another area. Errors: invalid, naming each id that is unknown, unfinished or not the caller's to use.
 */
export async function attachPhotos(
  context: CountyContext,
  { target, targetId, event, area, role, when, path = 'photos' }: Evidence,
  photoIds: readonly string[],
): Promise<Statement<unknown>[]> {
  if (photoIds.length === 0) return []
  const { db, now } = context
  const ids = [...new Set(photoIds)]
  await requireUsable(context, photoIds, path)
  const at = now.toISOString()
  const uses = ids.map((photo) => ({ target, targetId, photo, role, event: event ?? null, area, at }))
  return [
    db.demand(allStored(db, ids)),
    ...db.insertAll(photoUse, uses, { taken: 'ignore', ...(when && { when }) }),
    flagShared(db, ids, at),
  ]
}

/** That every photo is stored and the caller's own, or evidence of something the caller may see. */
async function requireUsable({ db, member }: CountyContext, ids: readonly string[], path: string) {
  const [photos] = await db.together(selectPhotos(db, ids))
  const stored = photos.filter(({ state }) => state === 'stored')
  const foreign = stored.filter(({ by }) => by !== member.id).map(({ id }) => id)
  const [reaches] = foreign.length > 0 ? await db.together(selectReaches(db, foreign)) : [[]]
  const usable = new Set(
    stored
      .filter(({ id, by }) =>
        accessTo(
          member,
          by,
          reaches.filter(({ photo }) => photo === id),
        ),
      )
      .map(({ id }) => id),
  )
  const errors = ids.flatMap((id, at) => (usable.has(id) ? [] : [`${path}.${at}`]))
  if (errors.length === 0) return
  const message = { zh: '没有这张照片，或者还没有传完', en: 'No such photo, or its upload is not finished' }
  throw new Problem(
    'invalid',
    {},
    {
      fields: (language) => errors.map((place) => ({ path: place, message: message[language] })),
    },
  )
}
