import { selectPublicPicture } from '../../data/bulletin-pictures.ts'
import { selectMarkOf } from '../../data/columns.ts'
import { Problem } from '../../problems/problem.ts'
import { openMarked } from '../columns/open-column-photo.ts'
import type { CountyContext } from '../context.ts'
import { openStored, type Picture } from '../photos/open-photo.ts'

/**
 * A photo of a bulletin as everybody gets it: never the original with what the camera noted, and where the columns mark
 * it for blur nothing but the blurred copy. Errors: not_found, also where the bulletin is not, or no longer, for everybody.
 */
export async function openBulletinPhoto(
  { db, env }: Pick<CountyContext, 'db' | 'env'>,
  { bulletin, photo, known }: { bulletin: string; photo: string; known: string | undefined },
): Promise<Picture> {
  const [[row], [mark]] = await db.together(selectPublicPicture(db, bulletin, photo), selectMarkOf(db, photo))
  if (!row) throw new Problem('not_found')
  if (mark) return openMarked({ db, env }, mark, { photo, known })
  return openStored({ env, county: { id: db.county } }, row, { size: 'full', access: 'copy', known })
}
