import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { ColumnKind, PublicColumn } from '../../schema/api/columns.ts'
import { audit, columnArticle } from '../../schema/tables/county.ts'
import { isShown } from '../domain/columns/acts.ts'
import { type ColumnPhotoRow, type ColumnRow, columnsArePublic, selectColumnPhotos } from './columns.ts'
import type { CountyDb } from './county-db.ts'
import { idsIn } from './found-ids.ts'
import { selectNamesOf } from './names.ts'
import type { Statement } from './statement.ts'

/** Articles anybody may read, the latest published first, after the one that `cursor` (time and id) names. */
export function selectPublicColumns(
  db: CountyDb,
  { kind, cursor = '~' }: { kind?: ColumnKind | undefined; cursor?: string | undefined },
  limit: number,
): Statement<ColumnRow> {
  const [at = '', id = ''] = cursor.split(' ')
  const where = and(
    anybodyMayRead(db),
    kind && eq(columnArticle.kind, kind),
    sql`(${columnArticle.publishedAt}, ${columnArticle.id}) < (${at}, ${id})`,
  )
  return db.select(columnArticle, where, {
    orderBy: [columnArticle.publishedAt, columnArticle.id],
    descending: true,
    limit,
  })
}

/** An article that anybody may read or once could: one taken out of the column is gone, not unknown. */
export function selectOncePublic(db: CountyDb, id: string): Statement<ColumnRow> {
  const known = and(
    eq(columnArticle.id, id),
    eq(columnArticle.visibility, 'public'),
    sql`${columnArticle.publishedAt} is not null`,
    columnsArePublic(db),
  )
  return db.select(columnArticle, known)
}

/**
 * A text that changes with whatever the public pages of the columns show, null where there is nothing to read. Each such
 * change stands in the audit, so the last row of each of its verbs tells them apart: an index look-up a verb.
 */
export function publicColumnsStamp(db: CountyDb): SQL {
  const last = sql`(select max(id) from ${audit} indexed by audit_verb where county = ${db.county} and verb = verbs.value)`
  return sql`(select group_concat(coalesce(${last}, '-')) from json_each(${JSON.stringify(telling)}) as verbs
    where ${db.exists(columnArticle, anybodyMayRead(db))})`
}

/** The verbs of the audit after which the pages may look otherwise. */
const telling = [
  ...['column.publish', 'column.withdraw', 'column.rectify', 'column.expire', 'column.mark', 'column.blur'],
  ...['column.rule', 'area.change'],
]

/** Whether there is anything to read: for links to the page. */
export function selectAnyPublicColumn(db: CountyDb): Statement<{ id: string }> {
  return db.select(columnArticle, anybodyMayRead(db), { pick: ['id'], limit: 1 })
}

/** The newest articles anybody may read, at most `limit`: what feeds carry. One round trip. */
export async function publishedColumns(db: CountyDb, limit: number, site?: string): Promise<PublicColumn[]> {
  const { rows, ...beside } = await readPublicColumns(db, selectPublicColumns(db, {}, limit))
  return publicColumnsOf(db, rows, beside, site)
}

/** Articles with the names of their places and their photos. One round trip. */
export async function readPublicColumns(db: CountyDb, page: Statement<ColumnRow>) {
  const [rows, names, photos] = await db.together(
    page,
    selectNamesOf(db, idsIn(page, ['area'])),
    selectColumnPhotos(db, idsIn(page, ['id'])),
  )
  return { rows, names, photos }
}

type Beside = Omit<Awaited<ReturnType<typeof readPublicColumns>>, 'rows'>

/** Articles as anybody reads them; their pictures lie below the path `site` of the county's site. */
export function publicColumnsOf(
  db: CountyDb,
  rows: readonly ColumnRow[],
  { names, photos }: Beside,
  site = `/c/${db.county}`,
): PublicColumn[] {
  const named = new Map(names.map(({ id, name }) => [id, name]))
  return rows.flatMap(({ id, kind, state, title, text, area, publishedAt, at, expiresOn }) => {
    if (!isShown(state) || publishedAt === null) return []
    const own = photos.filter(({ article }) => article === id)
    const pictures = own.filter(showable).map((row) => pictureOf(row, site))
    const areaName = named.get(area) ?? area
    return [{ id, kind, state, title, text, areaName, publishedAt, at, expiresOn, photos: pictures }]
  })
}

/** Whether a photo can be shown at all: its bytes are here, and where it is marked for blur there is the copy. */
export function showable({ stored, blur, copy }: Pick<ColumnPhotoRow, 'stored' | 'blur' | 'copy'>): boolean {
  return copy !== null || (stored && !blur)
}

function pictureOf(row: ColumnPhotoRow, site: string): PublicColumn['photos'][number] {
  const { role, caption, article, photo, copyWidth, copyHeight } = row
  return {
    ...{ role, caption, width: copyWidth ?? row.width, height: copyHeight ?? row.height },
    url: `${site}/columns/${article}/photos/${photo}`,
  }
}

function anybodyMayRead(db: CountyDb): SQL {
  const shown = and(eq(columnArticle.shown, true), eq(columnArticle.visibility, 'public'))
  return sql`${shown} and ${columnsArePublic(db)}`
}
