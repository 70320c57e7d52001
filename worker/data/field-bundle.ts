import { sql } from 'drizzle-orm'
import type { AreaLevel } from '../../schema/api/areas.ts'
import {
  area,
  areaPlace,
  fieldCode,
  issue,
  issueAssisting,
  issueCategory,
  photo,
  photoUse,
  visit,
} from '../../schema/tables/county.ts'
import type { Point } from '../domain/field/median-place.ts'
import { below } from './areas-below.ts'
import type { CountyDb } from './county-db.ts'
import type { CategoryRow } from './issue-categories.ts'
import type { IssueRow } from './issues.ts'
import type { Statement } from './statement.ts'

/** An area in use, where its last records were made, and the code printed for it. */
export type FieldAreaRow = {
  id: string
  name: string
  level: AreaLevel
  parent: string | null
  places: Point[]
  code: string | null
}

/**
 * The areas somebody works in: the county's townships and villages, or one area with all below it and what it lies in.
 * Three rows read an area.
 */
export function selectFieldAreas(db: CountyDb, root: string | undefined): Statement<FieldAreaRow> {
  const joined = sql`select a.id, a.name, a.level, a.parent, p.places, c.code from ${area} a
    left join ${areaPlace} p on p.county = a.county and p.area = a.id
    left join ${fieldCode} c on c.county = a.county and c.area = a.id and c.revokedAt is null
    where a.county = ${db.county} and a.active = 1`
  const around = sql`with recursive ${below(db, root ?? '')},
    up (id, parent, level) as (
      select id, parent, level from ${area} where county = ${db.county} and id = ${root ?? ''}
      union all
      select a.id, a.parent, a.level from up u cross join ${area} a on a.county = ${db.county} and a.id = u.parent)
    ${joined} and a.id in (select id from below where level not in ('county', 'household', 'merchant')
      union select id from up where level <> 'county')`
  return {
    sql: root === undefined ? sql`${joined} and a.level in ('township', 'village')` : around,
    decode: (raw) => ({
      ...{ id: String(raw.id), name: String(raw.name), level: raw.level as AreaLevel },
      parent: raw.parent === null ? null : String(raw.parent),
      places: raw.places === null ? [] : (JSON.parse(String(raw.places)) as Point[]),
      code: raw.code === null ? null : String(raw.code),
    }),
  }
}

/** Categories in use, in the order they were added. */
export function selectCategoriesInUse(db: CountyDb): Statement<CategoryRow> {
  return db.select(issueCategory, sql`${issueCategory.active} = 1`, {
    orderBy: [issueCategory.createdAt, issueCategory.id],
    limit: 1000,
  })
}

/** Issues that a group is to look at again. */
export function selectIssuesToRevisit(db: CountyDb, unit: string): Statement<IssueRow> {
  const planned = sql`select issue from ${visit} where county = ${db.county} and unit = ${unit} and state = 'planned'
    and issue is not null`
  return db.select(issue, sql`${issue.id} in (${planned})`, { limit: 200 })
}

/** Open issues that a member found, the newest first. */
export function selectFoundBy(db: CountyDb, member: string, limit: number): Statement<IssueRow> {
  const mine = sql`${issue.foundBy} = ${member} and settled = 0`
  return db.select(issue, mine, { orderBy: issue.no, descending: true, limit })
}

/** Who assists with some issues. */
export function selectAssisting(
  db: CountyDb,
  issues: readonly string[],
): Statement<{ issue: string; party: string }> {
  return {
    sql: sql`select issue, party from ${issueAssisting} where county = ${db.county}
      and issue in (select value from json_each(${JSON.stringify(issues)}))`,
    decode: (raw) => ({ issue: String(raw.issue), party: String(raw.party) }),
  }
}

/** The photos of some issues that have a small copy: anything else is too large to carry about. */
export function selectSmallPhotos(db: CountyDb, issues: readonly string[]): Statement<string> {
  return {
    sql: sql`select p.id from ${photoUse} as u join ${photo} as p on p.county = u.county and p.id = u.photo
      where u.county = ${db.county} and u.target = 'issue' and p.thumbnail is not null
        and u.targetId in (select value from json_each(${JSON.stringify(issues)}))`,
    decode: (raw) => String(raw.id),
  }
}
