import { foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CategoryGroup, ContingencyPlan, Deadline, EscalationStep, Severity } from '../api/issues.ts'
import type { Post } from '../api/ranking.ts'
import type { CountyKey } from './keys.ts'

/** A kind of problem: how long its repair may take, who answers for it, what to do in an emergency. */
export const issueCategory = sqliteTable(
  'issue_category',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    group: text().$type<CategoryGroup>().notNull(),
    severity: integer().$type<Severity>().notNull(),
    deadline: text({ mode: 'json' }).$type<Deadline>().notNull(),
    /** The post in the area that answers for it. */
    post: text().$type<Post>(),
    escalation: text({ mode: 'json' }).$type<EscalationStep[]>().notNull(),
    plan: text({ mode: 'json' }).$type<ContingencyPlan>(),
    /** A retired category is not offered; issues keep it. */
    active: integer({ mode: 'boolean' }).notNull().default(true),
    createdAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
)

/** Who leads an issue of a category in an area: the most particular rule decides. */
export const issueRule = sqliteTable(
  'issue_rule',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    /** Null: any category, any area. */
    category: text(),
    area: text(),
    /** A unit; null: the issue's own village, or its township where `level` says so. */
    lead: text(),
    level: text({ enum: ['village', 'township'] }),
    assisting: text({ mode: 'json' }).$type<string[]>().notNull(),
    createdAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.category], foreignColumns: [issueCategory.county, issueCategory.id] }),
  ],
)
