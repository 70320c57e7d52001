import type { PublicColumn, PublicColumnQuery } from '../../../schema/api/columns.ts'
import type { CountyDb } from '../../data/county-db.ts'
import {
  publicColumnsOf,
  readPublicColumns,
  selectOncePublic,
  selectPublicColumns,
} from '../../data/public-columns.ts'
import { isShown } from '../../domain/columns/acts.ts'

/** A page of the articles anybody may read, the latest published first. One round trip. */
export async function publicColumnPage(
  db: CountyDb,
  { limit = 20, ...query }: PublicColumnQuery,
  site?: string,
): Promise<{ items: PublicColumn[]; nextCursor: string | null }> {
  const { rows, ...beside } = await readPublicColumns(db, selectPublicColumns(db, query, limit + 1))
  const items = publicColumnsOf(db, rows.slice(0, limit), beside, site)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last ? `${last.publishedAt} ${last.id}` : null
  return { items, nextCursor }
}

/** One of them; `gone` where it has left the column, undefined where it never stood there for everybody. */
export async function publicColumn(
  db: CountyDb,
  id: string,
  site?: string,
): Promise<PublicColumn | 'gone' | undefined> {
  const { rows, ...beside } = await readPublicColumns(db, selectOncePublic(db, id))
  const [row] = rows
  if (!row) return undefined
  if (!isShown(row.state)) return 'gone'
  const [shown] = publicColumnsOf(db, [row], beside, site)
  return shown
}
