import { selectPublicPicture } from '../../data/bulletin-pictures.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { openStored, type Picture } from '../photos/open-photo.ts'

/**
 * A photo of a bulletin as everybody gets it: never the original with what the camera noted. Errors: not_found, also
 * where the bulletin is not, or no longer, for everybody.
 */
export async function openBulletinPhoto(
  { db, env }: Pick<CountyContext, 'db' | 'env'>,
  { bulletin, photo, known }: { bulletin: string; photo: string; known: string | undefined },
): Promise<Picture> {
  const [[row]] = await db.together(selectPublicPicture(db, bulletin, photo))
  if (!row) throw new Problem('not_found')
  return openStored({ env, county: { id: db.county } }, row, { size: 'full', access: 'copy', known })
}
