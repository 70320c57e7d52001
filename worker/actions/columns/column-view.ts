import type { ColumnArticle, ColumnDetail, ColumnPhoto } from '../../../schema/api/columns.ts'
import {
  type ColumnPhotoRow,
  type ColumnRow,
  selectColumn,
  selectColumnPhotos,
  selectIssueOfColumn,
  selectNamesWithin,
} from '../../data/columns.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectNamesOf } from '../../data/names.ts'
import { photoUrls } from '../../data/photos.ts'
import { showable } from '../../data/public-columns.ts'
import { isShown, seesDraft } from '../../domain/columns/acts.ts'
import { closedUp, namesIn } from '../../domain/columns/names.ts'
import { obstaclesOf } from '../../domain/columns/obstacles.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** Articles as lists show them, by the names of their places. */
export function columnsFrom(
  rows: readonly ColumnRow[],
  names: readonly { id: string; name: string }[],
): ColumnArticle[] {
  const named = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map((row) => headOf(row, named.get(row.area) ?? row.area))
}

/** What a reader gets, or with `drafts` also what those who write and review need to know. */
function headOf(row: ColumnRow, areaName: string, drafts = true): ColumnArticle {
  const { id, kind, state, title, area, township, visibility, expiresOn, version, at, publishedAt } = row
  return {
    ...{ id, kind, state, title, area, areaName, township, visibility, expiresOn, version, at, publishedAt },
    endsAt: row.nextAt === null ? null : new Date(row.nextAt).toISOString(),
    issue: drafts ? row.issue : null,
    reason: drafts ? row.reason : null,
  }
}

/** An article of the county, its photos and the issue it names. Errors: not_found, also where it is out of reach. */
export async function readColumn({ db, member }: Pick<CountyContext, 'db' | 'member'>, id: string) {
  const one = selectColumn(db, id)
  const [[row], photos, [issue], [place]] = await db.together(
    one,
    selectColumnPhotos(db, [id]),
    selectIssueOfColumn(db, id),
    selectNamesOf(db, idsIn(one, ['area'])),
  )
  if (!row || (!isShown(row.state) && !seesDraft(member, row))) throw new Problem('not_found')
  return { row, photos, issue, areaName: place?.name ?? row.area, own: row.writers.includes(member.id) }
}

export type ColumnRead = Awaited<ReturnType<typeof readColumn>>

/**
 * An article in full, as far as the member may see it. One round trip; two for those who write, since known names are
 * looked for in the text as it is folded here. Errors: not_found.
 */
export async function columnDetail(
  context: Pick<CountyContext, 'db' | 'member' | 'now'>,
  id: string,
): Promise<ColumnDetail> {
  const { db, member, now } = context
  const read = await readColumn(context, id)
  const { row, photos, issue, own, areaName } = read
  const drafts = seesDraft(member, row)
  const [known] = drafts ? await db.together(selectKnownNames(db, read)) : [[]]
  const pictures = drafts ? photos : photos.filter(showable)
  return {
    ...headOf(row, areaName, drafts),
    ...{ text: row.text, own, issueNo: drafts ? (issue?.no ?? null) : null },
    photos: pictures.map((photo) => pictureOf(db, photo, drafts)),
    obstacles: drafts && !isShown(row.state) ? obstaclesOf({ ...row, issue, photos }, dayOf(now)) : [],
    names: drafts ? namesFound(read, known) : [],
  }
}

/** Known names that stand in an article; `namesFound` looks at them closely. */
export function selectKnownNames(db: CountyDb, { row, photos }: Pick<ColumnRead, 'row' | 'photos'>) {
  return selectNamesWithin(db, closedUp(wordsOf(row, photos)), row.area)
}

export function namesFound(
  { row, photos }: Pick<ColumnRead, 'row' | 'photos'>,
  known: readonly { name: string }[],
): string[] {
  return namesIn(
    wordsOf(row, photos),
    known.map(({ name }) => name),
  )
}

function wordsOf({ title, text }: ColumnRow, photos: readonly ColumnPhotoRow[]): string {
  return [title, text, ...photos.map(({ caption }) => caption)].join('\n')
}

function pictureOf(db: CountyDb, row: ColumnPhotoRow, drafts: boolean): ColumnPhoto {
  const { article, photo, role, caption, blur, copy, mime, copyWidth, copyHeight, stored } = row
  const url = `/api/v1/counties/${db.county}/columns/${article}/photos/${photo}`
  return {
    ...{ photo, role, caption, blur, blurred: copy !== null, mime: copy === null ? mime : 'image/jpeg' },
    ...{ width: copyWidth ?? row.width, height: copyHeight ?? row.height },
    // The hash makes another address of another copy, which a browser would otherwise keep.
    url: showable(row) ? `${url}${copy === null ? '' : `?copy=${copy.slice(0, 16)}`}` : null,
    originalUrl: drafts && stored ? photoUrls(db, photo).url : null,
  }
}
