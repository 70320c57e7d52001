import { and, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { area, issue, issueCategory, post, unit } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { IssueRow } from './issues.ts'
import type { PostRow } from './posts.ts'
import type { Statement } from './statement.ts'

/** Issues by their numbers in the ledger. */
export function selectNumbered(
  db: CountyDb,
  nos: readonly number[],
): Statement<Pick<IssueRow, 'id' | 'no' | 'text' | 'area'>> {
  const among = sql`${issue.no} in (select value from json_each(${JSON.stringify(nos)}))`
  return db.select(issue, among, { pick: ['id', 'no', 'text', 'area'] })
}

/** Everything a ledger's names may mean: areas and units in use, categories that are offered. */
export function selectNamed(db: CountyDb) {
  const places = inArray(area.level, ['county', 'township', 'village'])
  return [
    db.select(area, and(places, sql`${area.active} = 1`), {
      pick: ['id', 'code', 'name', 'level', 'parent'],
    }),
    db.select(unit, sql`${unit.active} = 1`, { pick: ['id', 'name'] }),
    db.select(issueCategory, sql`${issueCategory.active} = 1`, {
      pick: ['id', 'name'],
      orderBy: [issueCategory.createdAt, issueCategory.id],
    }),
  ] as const
}

/** Who holds which post on a day, in the whole county. */
export function selectHolders(db: CountyDb, day: string): Statement<PostRow> {
  const held: (SQL | undefined)[] = [
    lte(post.startsOn, day),
    or(isNull(post.endsOn), gt(post.endsOn, day), sql`${post.endsOn} = ${day}`),
  ]
  return db.select(post, and(...held), { limit: 20_000 })
}
