import { eq } from 'drizzle-orm'
import type { ColumnDetail, NewColumn } from '../../../schema/api/columns.ts'
import { columnArticle } from '../../../schema/tables/county.ts'
import { selectColumn } from '../../data/columns.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { sha256 } from '../../data/sha256.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'
import { setPhotos } from './column-photos.ts'
import { placeColumn } from './column-place.ts'
import { columnDetail } from './column-view.ts'

/**
 * Drafts an article under the client's id; the same again gives it as it stands. Errors: invalid (see `placeColumn`
 * and the photos), forbidden (not the member's place), id_taken.
 */
export async function putColumn(
  context: CountyContext,
  id: string,
  body: NewColumn,
): Promise<{ article: ColumnDetail; created: boolean }> {
  const { db, member, now } = context
  const digest = await sha256(canonicalJson(body))
  if (await madeBefore(context, id, digest))
    return { article: await columnDetail(context, id), created: false }
  const { kind, title, text, area, visibility, expiresOn, photos } = body
  const issue = body.issue ?? null
  const township = await placeColumn(context, { kind, area, issue, expiresOn })
  requireCan(member, 'column.write', { township })
  const at = now.toISOString()
  try {
    await db.write(
      db.demand(db.absent(columnArticle, eq(columnArticle.id, id))),
      db.insert(columnArticle, {
        ...{ id, kind, state: 'draft', shown: false, title, text, area, township, issue, visibility },
        ...{ expiresOn, author: member.id, writers: [member.id], createdAt: at, at, version: 1, digest },
      }),
      ...(await setPhotos(context, id, photos)),
      record(context, 'column.add', id, { kind, area, issue }),
    )
  } catch (error) {
    if (!(error instanceof NotAsRead)) throw error
    if (!(await madeBefore(context, id, digest))) throw new Problem('column_moved_on')
  }
  return { article: await columnDetail(context, id), created: true }
}

/** Whether this very article was drafted by the member before. Errors: id_taken. */
async function madeBefore({ db, member }: CountyContext, id: string, digest: string): Promise<boolean> {
  const [[found]] = await db.together(selectColumn(db, id))
  if (!found) return false
  if (found.digest !== digest || found.author !== member.id) throw new Problem('id_taken')
  return true
}
