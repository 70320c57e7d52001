import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { IssueRule, NewIssueRule } from '../../../schema/api/issues.ts'
import { issueRule } from '../../../schema/tables/county.ts'
import { type RuleRow, selectCategories } from '../../data/issue-categories.ts'
import { bySubject, selectLineages } from '../../data/names.ts'
import { newId } from '../../data/new-id.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { isWorker } from './draft-issue.ts'
import { selectUnits } from './ground.ts'
import { refused } from './refusals.ts'

/** A rule as the API shows it. */
export function ruleOf({ createdAt: _, ...row }: RuleRow): IssueRule {
  return row
}

/** Adds a rule of who leads what. Errors: invalid (an unknown category, area or unit), id_taken. */
export async function addRule(
  context: CountyContext,
  wanted: z.infer<typeof NewIssueRule>,
): Promise<IssueRule> {
  const { db, now } = context
  await requireKnown(context, wanted)
  const row = {
    ...{ id: wanted.id ?? newId(now.getTime()), category: wanted.category, area: wanted.area },
    ...{ lead: wanted.lead, level: wanted.level ?? null, assisting: wanted.assisting ?? [] },
    createdAt: now.toISOString(),
  }
  const [[added]] = await db.write(
    db.insert(issueRule, row, { taken: 'ignore' }),
    record(context, 'rule.add', row.id, { category: row.category, area: row.area }, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return ruleOf(added)
}

/** Takes a rule out; issues stay with whom they were given to. Errors: not_found. */
export async function removeRule(context: CountyContext, id: string): Promise<void> {
  const { db } = context
  const [[removed]] = await db.write(
    db.remove(issueRule, eq(issueRule.id, id)),
    record(context, 'rule.remove', id, {}, sql`changes() > 0`),
  )
  if (!removed) throw new Problem('not_found')
}

async function requireKnown({ db }: CountyContext, wanted: z.infer<typeof NewIssueRule>): Promise<void> {
  const { category, area, lead, assisting = [] } = wanted
  const named = [area, lead, ...assisting].filter((id) => id !== null)
  const [categories, lineages, units] = await db.together(
    selectCategories(db, category === null ? [] : [category]),
    selectLineages(db, named),
    selectUnits(db),
  )
  const known = { lineages: bySubject(lineages), units: new Map(units.map(({ id, name }) => [id, name])) }
  const unknown = [
    ...(category === null || categories.length > 0 ? [] : ['category']),
    ...(area === null || known.lineages.has(area) ? [] : ['area']),
    ...(lead === null || isWorker(known, lead) ? [] : ['lead']),
    ...assisting.flatMap((one, at) => (isWorker(known, one) ? [] : [`assisting.${at}`])),
  ]
  if (unknown.length > 0) throw refused(unknown.map((path) => ({ path, fault: 'unknown' as const })))
}
