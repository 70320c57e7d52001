import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { ColumnChange, ColumnDetail } from '../../../schema/api/columns.ts'
import { columnArticle } from '../../../schema/tables/county.ts'
import { asSeen } from '../../data/columns.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { statesBefore } from '../../domain/columns/acts.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { sweepAfter } from '../photos/sweep.ts'
import { requireCan } from '../require.ts'
import { isArticle, movedOn, requireAct } from './act.ts'
import { setPhotos } from './column-photos.ts'
import { placeColumn } from './column-place.ts'
import { columnDetail } from './column-view.ts'

/**
 * Changes an article; one that was submitted is a draft again, and whoever changed it leaves the review to others.
 * Errors: not_found, forbidden, invalid, column_moved_on.
 */
export async function changeColumn(
  context: CountyContext,
  id: string,
  { version, photos, ...change }: z.infer<typeof ColumnChange>,
): Promise<ColumnDetail> {
  const { db, member, now } = context
  const { row } = await requireAct(context, id, 'change')
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (photos === undefined && Object.keys(given).length === 0) throw new Problem('invalid')
  const township = await placeColumn(context, { ...row, ...given })
  requireCan(member, 'column.write', { township })
  const changed = [...Object.keys(given), ...(photos ? ['photos'] : [])]
  if (photos) await dueBy(context, now.getTime() + sweepAfter)
  try {
    await db.write(
      db.demand(asSeen(db, { id, version }, statesBefore.change)),
      db.update(
        columnArticle,
        { ...given, township, state: 'draft', at: now.toISOString(), ...writtenBy(member.id) },
        isArticle(id),
      ),
      ...(photos ? await setPhotos(context, id, photos) : []),
      record(context, 'column.change', id, { changed }),
    )
  } catch (error) {
    throw error instanceof NotAsRead ? await movedOn(context, id) : error
  }
  return columnDetail(context, id)
}

/** The member among those who have written on an article, and its next version. */
export function writtenBy(member: string) {
  return {
    writers: sql`case when exists (select 1 from json_each(writers) where value = ${member})
      then writers else json_insert(writers, '$[#]', ${member}) end`,
    version: sql`version + 1`,
  }
}
