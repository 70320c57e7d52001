import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { NoticeKind } from '../../schema/api/notices.ts'
import { area, issueCategory, notice, noticeMark, post } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import type { PostRow } from './posts.ts'
import { decodeRow, type Statement } from './statement.ts'

export type NoticeRow = Row<typeof notice>
export type NewNotice = New<typeof notice>

export function addNotices(db: CountyDb, notices: readonly NewNotice[]): Statement<unknown>[] {
  return db.insertAll(notice, notices)
}

/** One notice, where `when` holds. */
export function addNotice(db: CountyDb, row: NewNotice, when: SQL): Statement<NoticeRow> {
  return db.insert(notice, row, { when })
}

/** Notices to an area or unit, or to all, newest first, before the id `before`. */
export function selectNotices(
  db: CountyDb,
  filter: { audience?: string | undefined; kind?: NoticeKind | undefined },
  limit: number,
  before = '~',
): Statement<NoticeRow> {
  const conditions: (SQL | undefined)[] = [
    lt(notice.id, before),
    filter.audience === undefined ? undefined : eq(notice.audience, filter.audience),
    filter.kind && eq(notice.kind, filter.kind),
  ]
  const newest = { orderBy: notice.id, descending: true, limit }
  const by = filter.audience === undefined ? filter.kind && 'kind' : 'audience'
  return db.select(notice, and(...conditions), { ...newest, ...(by && { index: `notice_${by}` }) })
}

export function selectMark(db: CountyDb, member: string): Statement<Row<typeof noticeMark>> {
  return db.select(noticeMark, eq(noticeMark.member, member))
}

/** Moves a member's mark on, never back. */
export function putMark(db: CountyDb, member: string, upTo: string): Statement<unknown> {
  return {
    sql: sql`insert into ${noticeMark} (county, member, upTo) values (${db.county}, ${member}, ${upTo})
      on conflict (county, member) do update set upTo = max(upTo, excluded.upTo)`,
    decode: () => null,
  }
}

/** Who holds posts in an area and what it lies in, where the category has a plan that may call on them. */
export function selectHoldersAround(
  db: CountyDb,
  areas: readonly string[],
  categories: readonly string[],
): Statement<PostRow> {
  const planned = sql`select 1 from ${issueCategory} where county = ${db.county} and plan is not null
    and id in (select value from json_each(${JSON.stringify(categories)}))`
  return {
    sql: sql`with recursive up (id, parent) as (
        select a.id, a.parent from ${area} a where a.county = ${db.county}
          and a.id in (select value from json_each(${JSON.stringify(areas)})) and exists (${planned})
        union select a.id, a.parent from up u join ${area} a on a.county = ${db.county} and a.id = u.parent
      )
      select p.* from up u join ${post} p on p.county = ${db.county} and p.area = u.id`,
    decode: ({ county: _, ...raw }) => decodeRow(post, raw) as PostRow,
  }
}

/** Takes a holder's name out of every notice that froze it for this post. */
export function eraseFromNotices(
  db: CountyDb,
  { post: held, area: where, holder }: { post: string; area: string; holder: string },
): Statement<NoticeRow> {
  const frozen = sql`json_extract(value, '$.post') = ${held} and json_extract(value, '$.area') = ${where}
    and json_extract(value, '$.holder') = ${holder}`
  const erased = sql`(select json_group_array(json(case when ${frozen} then json_set(value, '$.holder', null) else value end))
    from json_each(${notice.posts}))`
  return db.update(
    notice,
    { posts: erased },
    sql`exists (select 1 from json_each(${notice.posts}) where ${frozen})`,
  )
}
