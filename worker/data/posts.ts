import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { area, post } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type PostRow = Row<typeof post>

/** Posts by id, keyset-paged after `after`; `within` keeps to a township and its villages. */
export async function listPosts(
  db: CountyDb,
  filter: { area?: string | undefined; within?: string | undefined },
  limit: number,
  after = '',
): Promise<PostRow[]> {
  const { within } = filter
  const conditions: (SQL | undefined)[] = [
    gt(post.id, after),
    filter.area === undefined ? undefined : eq(post.area, filter.area),
    within === undefined ? undefined : sql`${post.area} in (${areasOf(db, within)})`,
  ]
  return db.find(post, and(...conditions), { orderBy: post.id, limit })
}

export async function findPost(db: CountyDb, id: string): Promise<PostRow | undefined> {
  return db.first(post, eq(post.id, id))
}

/** Everyone who ever held a post in one of these areas: the caller picks the day. */
export async function postsIn(db: CountyDb, areas: readonly string[]): Promise<PostRow[]> {
  if (areas.length === 0) return []
  return db.find(post, sql`${post.area} in (select value from json_each(${JSON.stringify(areas)}))`, {
    orderBy: [post.area, post.post, post.startsOn],
  })
}

/** Conditions in one statement: D1 takes no expression nested more than a hundred deep. */
const most = 50

/**
 * Everyone who ever held one of these posts, by when they came: the caller picks the day. Each is looked for by place and post, so that
 * one nobody has named costs nothing to read. One round trip.
 */
export async function holdersOf(
  db: CountyDb,
  wanted: readonly Pick<PostRow, 'area' | 'post'>[],
): Promise<Pick<PostRow, 'area' | 'post' | 'holder' | 'startsOn' | 'endsOn'>[]> {
  const pairs = [...new Set(wanted.map((one) => JSON.stringify([one.area, one.post])))]
  const lists = Array.from({ length: Math.ceil(pairs.length / most) }, (_, at) =>
    pairs.slice(at * most, (at + 1) * most),
  )
  if (lists.length === 0) return []
  const found = await db.together(...lists.map((list) => selectHolders(db, list)))
  return found.flat().sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}

/**
 * The list is one parameter, the second, whose elements are named one by one. Each condition names the county, and the
 * `+` keeps the county alone from being searched for: all its posts would be read.
 */
function selectHolders(db: CountyDb, pairs: readonly string[]): Statement<PostRow> {
  const each = pairs.map((_, at) =>
    sql.raw(
      `(county = ?1 and area = json_extract(?2, '$[${at}][0]') and post = json_extract(?2, '$[${at}][1]'))`,
    ),
  )
  const { decode } = db.select(post)
  return {
    sql: sql`with asked (county, pairs) as (values (${db.county}, ${`[${pairs.join()}]`}))
      select id, area, post, holder, startsOn, endsOn from ${post} where +county = ?1 and (${sql.join(each, sql` or `)})`,
    decode,
  }
}

/** For subjects below a village (grids, households …): the village each lies in, by walking up the tree. */
export function selectVillagesOf(
  db: CountyDb,
  subjects: readonly string[],
): Statement<{ subject: string; area: string; areaName: string }> {
  return {
    sql: sql`with recursive up (subject, id, name, level, parent) as (
        select a.id, a.id, a.name, a.level, a.parent from ${area} a
        where a.county = ${db.county} and a.id in (select value from json_each(${JSON.stringify(subjects)}))
        union all
        select u.subject, a.id, a.name, a.level, a.parent
        from up u join ${area} a on a.county = ${db.county} and a.id = u.parent where u.level <> 'village'
      )
      select subject, id, name from up where level = 'village'`,
    decode: (raw) => ({ subject: String(raw.subject), area: String(raw.id), areaName: String(raw.name) }),
  }
}

function areasOf(db: CountyDb, township: string): SQL {
  const own = sql`${area.id} = ${township} or ${area.parent} = ${township}`
  return db.select(area, own, { pick: ['id'] }).sql
}

/** Lets holders leave their posts, each on its day. */
export function endPosts(
  db: CountyDb,
  ended: readonly { id: string; endsOn: string }[],
): Statement<PostRow>[] {
  if (ended.length === 0) return []
  const list = JSON.stringify(Object.fromEntries(ended.map(({ id, endsOn }) => [id, endsOn])))
  const endsOn = sql`(select value from json_each(${list}) where key = ${post.id})`
  return [db.update(post, { endsOn }, sql`${post.id} in (select key from json_each(${list}))`)]
}
