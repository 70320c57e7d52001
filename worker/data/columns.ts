import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { ColumnKind, ColumnState } from '../../schema/api/columns.ts'
import { area, columnArticle, columnPhoto, countySetting, issue, photo } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import { decodeRow, type Statement } from './statement.ts'

export type ColumnRow = Row<typeof columnArticle>
type PhotoFacts = Pick<Row<typeof photo>, 'mime' | 'width' | 'height'> & { stored: boolean }
/** A photo of an article with what is known of the photo itself. */
export type ColumnPhotoRow = Row<typeof columnPhoto> & PhotoFacts

export function selectColumn(db: CountyDb, id: string): Statement<ColumnRow> {
  return db.select(columnArticle, eq(columnArticle.id, id))
}

export type ColumnFilter = {
  /** Without it: what stands in the columns. */
  state?: ColumnState | undefined
  kind?: ColumnKind | undefined
  township?: string | undefined
}

/** Articles, the newest change first, after the one that `cursor` (time and id, a space between) names. */
export function selectColumns(
  db: CountyDb,
  { state, kind, township }: ColumnFilter,
  limit: number,
  cursor = '~',
): Statement<ColumnRow> {
  const [at = '', id = ''] = cursor.split(' ')
  const where = and(
    state === undefined ? eq(columnArticle.shown, true) : eq(columnArticle.state, state),
    kind && eq(columnArticle.kind, kind),
    township === undefined ? undefined : eq(columnArticle.township, township),
    sql`(${columnArticle.at}, ${columnArticle.id}) < (${at}, ${id})`,
  )
  return db.select(columnArticle, where, {
    orderBy: [columnArticle.at, columnArticle.id],
    descending: true,
    limit,
  })
}

/**
 * The photos of some articles, each article's in their order, what was made of it last. A photo that any article marks
 * for blur is marked in all of them.
 */
export function selectColumnPhotos(db: CountyDb, articles: Ids): Statement<ColumnPhotoRow> {
  return {
    sql: sql`select c.article, c.photo, c.role, c.position, c.caption, ${markedAnywhere} as blur, c.copy, c.copyWidth, c.copyHeight,
        p.mime, p.width, p.height, p.state as photoState
      from ${columnPhoto} as c join ${photo} as p on p.county = c.county and p.id = c.photo
      where c.county = ${db.county} and c.article in ${listOf(articles)}
      order by c.article, c.role = 'after', c.position, c.photo`,
    decode: ({ mime, width, height, photoState, ...raw }) => ({
      ...(decodeRow(columnPhoto, raw) as Row<typeof columnPhoto>),
      ...(decodeRow(photo, { mime, width, height }) as Omit<PhotoFacts, 'stored'>),
      stored: photoState === 'stored',
    }),
  }
}

/** Of a photo `c` of an article: whether this or any other article marks it. */
const markedAnywhere = sql`(c.blur or exists (select 1 from ${columnPhoto} as other
  where other.county = c.county and other.photo = c.photo and other.blur))`

/**
 * Where a photo is marked for blur, the article that has a copy first: what is marked in one place is not shown bare in
 * another. No row where it is marked nowhere.
 */
export function selectMarkOf(db: CountyDb, id: string): Statement<Pick<ColumnPhotoRow, 'article' | 'copy'>> {
  const marked = and(eq(columnPhoto.photo, id), eq(columnPhoto.blur, true))
  // Nothing is the smallest of all.
  return db.select(columnPhoto, marked, {
    ...{ pick: ['article', 'copy'], orderBy: columnPhoto.copy, descending: true, limit: 1 },
  })
}

/** The issue that an article names. */
export function selectIssueOfColumn(
  db: CountyDb,
  id: string,
): Statement<Pick<Row<typeof issue>, 'id' | 'no' | 'settled'>> {
  const named = sql`${issue.id} = (select issue from ${columnArticle} where county = ${db.county} and id = ${id})`
  return db.select(issue, named, { pick: ['id', 'no', 'settled'] })
}

/**
 * Names of persons the county knows that may stand in a text (`closedUp` before): holders of posts, people of its
 * units, and the households of one area.
 */
export function selectNamesWithin(db: CountyDb, text: string, place: string): Statement<{ name: string }> {
  const within = (column: SQL) =>
    sql`length(${column}) > 1 and instr(lower(${text}), lower(replace(replace(${column}, ' ', ''), '　', ''))) > 0`
  return {
    sql: sql`select holder as name from post where county = ${db.county} and ${within(sql`holder`)}
      union select name from unit_person where county = ${db.county} and ${within(sql`name`)}
      union select name from ${area} where county = ${db.county} and level = 'household' and parent = ${place}
        and ${within(sql`name`)}
      limit 50`,
    decode: (raw) => ({ name: String(raw.name) }),
  }
}

/** That an article is as it was seen. */
export function asSeen(
  db: CountyDb,
  { id, version }: Pick<ColumnRow, 'id' | 'version'>,
  states: readonly ColumnState[],
): SQL {
  return db.exists(columnArticle, seen({ id, version }, states))
}

/** The same as the condition of an update. */
export function seen(
  { id, version }: Pick<ColumnRow, 'id' | 'version'>,
  states: readonly ColumnState[],
): SQL {
  const known = and(
    eq(columnArticle.id, id),
    eq(columnArticle.version, version),
    sql`${columnArticle.state} in (select value from json_each(${JSON.stringify(states)}))`,
  )
  return known ?? sql`false`
}

/** That the member has not written on the article: nobody reviews their own. */
export function notWrittenBy(member: string): SQL {
  return sql`not exists (select 1 from json_each(${columnArticle.writers}) where value = ${member})`
}

/** That nothing keeps an article from going on: the same as `obstaclesOf`, where the write happens. */
export function unobstructed(db: CountyDb, id: string, today: string): SQL {
  const open = db.exists(issue, sql`${issue.id} = ${columnArticle.issue} and ${issue.settled} = 0`)
  const unblurred = sql`exists (select 1 from ${columnPhoto} as c
    where c.county = ${db.county} and c.article = ${id} and c.role = 'shown' and c.copy is null and ${markedAnywhere})`
  return sql`${columnArticle.expiresOn} >= ${today} and (${columnArticle.kind} = 'practice' or ${open})
    and not ${unblurred}`
}

/** That the county has given its columns public pages. */
export function columnsArePublic(db: CountyDb): SQL {
  return db.exists(
    countySetting,
    sql`${countySetting.key} = 'columns' and json_extract(${countySetting.value}, '$.public')`,
  )
}
