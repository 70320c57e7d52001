import { eq, type SQL, sql } from 'drizzle-orm'
import { issue, issueCategory, issueRule } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import type { Statement } from './statement.ts'

export type CategoryRow = Row<typeof issueCategory>
export type RuleRow = Row<typeof issueRule>

/** A county's catalogue: tens of rows, in the order they were added. */
export async function listCategories(db: CountyDb): Promise<CategoryRow[]> {
  return db.find(issueCategory, undefined, {
    orderBy: [issueCategory.createdAt, issueCategory.id],
    limit: 1000,
  })
}

export function selectCategories(db: CountyDb, ids: Ids): Statement<CategoryRow> {
  return db.select(issueCategory, sql`${issueCategory.id} in ${listOf(ids)}`)
}

/** What every category is called, those no longer in use among them. */
export function selectCategoryNames(db: CountyDb): Statement<Pick<CategoryRow, 'id' | 'name'>> {
  return db.select(issueCategory, undefined, { pick: ['id', 'name'] })
}

/** The category of one issue. */
export function selectCategoryOf(db: CountyDb, issueId: string): Statement<CategoryRow> {
  const own = db.select(issue, eq(issue.id, issueId), { pick: ['category'] }).sql
  return db.select(issueCategory, sql`${issueCategory.id} = (${own})`)
}

/** All rules of who leads what; the most particular is found by reading them. */
export function selectRules(db: CountyDb): Statement<RuleRow> {
  return db.select(issueRule, undefined, { orderBy: issueRule.id, limit: 2000 })
}

/** A precondition: that neither an issue nor a rule is of this category. */
export function unusedCategory(db: CountyDb, id: string): SQL {
  return sql`${db.absent(issue, eq(issue.category, id))} and ${db.absent(issueRule, eq(issueRule.category, id))}`
}
