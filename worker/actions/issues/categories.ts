import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { CatalogueWanted, Category, CategoryChange, NewCategory } from '../../../schema/api/issues.ts'
import { issueCategory, issueRule } from '../../../schema/tables/county.ts'
import { type CategoryRow, listCategories, unusedCategory } from '../../data/issue-categories.ts'
import { newId } from '../../data/new-id.ts'
import { shippedCatalogue, usualEscalation } from '../../domain/issues/catalogue.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** A category as the API shows it. */
export function categoryOf({ createdAt: _, ...row }: CategoryRow): Category {
  return row
}

/** Adds a category of the county's own. Errors: id_taken. */
export async function addCategory(
  context: CountyContext,
  wanted: z.infer<typeof NewCategory>,
): Promise<Category> {
  const { db, now } = context
  const row = categoryRow(context, { ...wanted, id: wanted.id ?? newId(now.getTime()) })
  const [[added]] = await db.write(
    db.insert(issueCategory, row, { taken: 'ignore' }),
    record(context, 'category.add', row.id, { group: row.group }, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return categoryOf(added)
}

/** Changes a category, retires or restores it; issues raised before keep their due times. Errors: not_found, invalid. */
export async function changeCategory(
  context: CountyContext,
  id: string,
  change: z.infer<typeof CategoryChange>,
): Promise<Category> {
  const { db } = context
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) throw new Problem('invalid')
  const [[changed]] = await db.write(
    db.update(issueCategory, set, eq(issueCategory.id, id)),
    record(context, 'category.change', id, { changed: Object.keys(set) }, sql`changes() > 0`),
  )
  if (!changed) throw new Problem('not_found')
  return categoryOf(changed)
}

/** Takes a category out that nothing is of. Errors: not_found, category_in_use. */
export async function removeCategory(context: CountyContext, id: string): Promise<void> {
  const { db } = context
  const [[removed], , [left]] = await db.write(
    db.remove(issueCategory, sql`${issueCategory.id} = ${id} and ${unusedCategory(db, id)}`),
    record(context, 'category.remove', id, {}, sql`changes() > 0`),
    db.select(issueCategory, eq(issueCategory.id, id), { pick: ['id'] }),
  )
  if (removed) return
  throw new Problem(left ? 'category_in_use' : 'not_found')
}

/**
 * Takes over the shipped catalogue, or some of its groups: what is there already stays as it is. Where there are no
 * rules yet, the village an issue lies in leads it.
 */
export async function adoptCatalogue(
  context: CountyContext,
  { groups }: CatalogueWanted,
): Promise<Category[]> {
  const { db, now } = context
  const known = new Set((await listCategories(db)).map(({ id }) => id))
  const chosen = shippedCatalogue.filter(({ group }) => !groups || groups.some((one) => one === group))
  const wanted = chosen.filter(({ id }) => !known.has(id))
  if (wanted.length === 0) return (await listCategories(db)).map(categoryOf)
  const rule = { ...{ id: 'own-village', category: null, area: null, lead: null, assisting: [] } }
  await db.write(
    ...db.insertAll(
      issueCategory,
      wanted.map((category) => categoryRow(context, category)),
      { taken: 'ignore' },
    ),
    db.insert(
      issueRule,
      { ...rule, level: 'village', createdAt: now.toISOString() },
      { when: db.absent(issueRule, sql`true`) },
    ),
    record(context, 'category.adopt', context.county.id, { groups: groups ?? null }),
  )
  return (await listCategories(db)).map(categoryOf)
}

function categoryRow({ now }: CountyContext, wanted: z.infer<typeof NewCategory> & { id: string }) {
  const { id, name, group, severity, deadline, post, escalation, plan } = wanted
  return {
    ...{ id, name, group, severity, deadline, post: post ?? null, plan: plan ?? null },
    ...{ escalation: escalation ?? usualEscalation, active: true, createdAt: now.toISOString() },
  }
}
