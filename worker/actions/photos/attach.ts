import type { SQL } from 'drizzle-orm'
import type { AwaitedPhoto, PhotoRole, PhotoTarget } from '../../../schema/api/photos.ts'
import { photoUse } from '../../../schema/tables/county.ts'
import { flagShared } from '../../data/photo-flags.ts'
import { selectReaches } from '../../data/photo-reach.ts'
import { allStored, announce, type PhotoRow, selectPhotos } from '../../data/photos.ts'
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
  /** Photos whose bytes follow: those of the ids that are not here yet may be among them. */
  awaiting?: readonly AwaitedPhoto[] | undefined
}

/**
 * What the caller's batch needs so that photos become evidence: that each is still stored, or awaited from the caller
 * (else `write` throws `NotAsRead`), one row a photo (a photo that serves there already stays as it was), and a flag where the same picture
 * serves another area. Errors: invalid, naming each id that is unknown, unfinished or not the caller's to use.
 */
export async function attachPhotos(
  context: CountyContext,
  { target, targetId, event, area, role, when, path = 'photos', awaiting = [] }: Evidence,
  photoIds: readonly string[],
): Promise<Statement<unknown>[]> {
  if (photoIds.length === 0) return []
  const { db, member, now } = context
  const ids = [...new Set(photoIds)]
  const awaited = { by: member.id, photos: awaiting.filter(({ id }) => ids.includes(id)) }
  const known = await requireUsable(context, photoIds, path, awaited.photos)
  const at = now.toISOString()
  const fresh = awaited.photos.filter(({ id }) => !known.has(id))
  const uses = ids.map((photo) => ({ target, targetId, photo, role, event: event ?? null, area, at }))
  return [
    ...announce(db, { ...awaited, photos: fresh }, at, when),
    db.demand(allStored(db, ids, awaited)),
    ...db.insertAll(photoUse, uses, { taken: 'ignore', ...(when && { when }) }),
    flagShared(db, ids, at),
  ]
}

/**
 * That every photo is stored or announced and the caller's own, or evidence of something the caller may see; gives the
 * ids that exist.
 */
async function requireUsable(
  { db, member }: CountyContext,
  ids: readonly string[],
  path: string,
  awaiting: readonly AwaitedPhoto[],
): Promise<Set<string>> {
  const [photos] = await db.together(selectPhotos(db, ids))
  const foreign = photos.filter(({ by, state }) => by !== member.id && state === 'stored').map(({ id }) => id)
  const [reaches] = foreign.length > 0 ? await db.together(selectReaches(db, foreign)) : [[]]
  const rows = new Map(photos.map((row) => [row.id, row]))
  const announced = new Map(awaiting.map(({ id, sha256 }) => [id, sha256]))
  const usable = (id: string): boolean => {
    const row = rows.get(id)
    if (!row) return announced.has(id)
    const about = reaches.filter(({ photo }) => photo === id)
    if (row.state === 'stored') return accessTo(member, row.by, about) !== undefined
    return isComing(row, announced.get(id)) && row.by === member.id
  }
  const errors = ids.flatMap((id, at) => (usable(id) ? [] : [`${path}.${at}`]))
  if (errors.length === 0) return new Set(rows.keys())
  const message = { zh: '没有这张照片，或者还没有传完', en: 'No such photo, or its upload is not finished' }
  throw new Problem(
    'invalid',
    {},
    {
      fields: (language) => errors.map((place) => ({ path: place, message: message[language] })),
    },
  )
}

/** Whether a photo that is not here yet is the one that was announced. */
function isComing({ state, sha256 }: PhotoRow, announced: string | undefined): boolean {
  return state !== 'expiring' && sha256 === announced
}
