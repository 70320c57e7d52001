import { z } from 'zod'
import { Id, LongText, Name } from './common.ts'
import { Post } from './ranking.ts'

/** The piles of the catalogue: three piles and six disorders, four pillars, routes, markets, the county's own. */
export const CategoryGroup = z.enum(['piles_disorders', 'pillars', 'routes', 'markets', 'own'])
export type CategoryGroup = z.infer<typeof CategoryGroup>

/** 1 minor, 2 ordinary, 3 grave. */
export const Severity = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type Severity = z.infer<typeof Severity>

/** How long a repair may take. `same_day`: by the end of the day it was found; working time as the county's calendar says. */
export const Deadline = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('same_day') }),
  z.strictObject({
    unit: z.enum(['hours', 'days', 'working_hours', 'working_days']),
    amount: z.int().min(1).max(1000),
  }),
])
export type Deadline = z.infer<typeof Deadline>

/** So many hours after it became overdue, the next post is told: lead, then deputy, then top. */
export const EscalationStep = z.strictObject({ afterHours: z.int().min(0).max(2000), post: Post })
export type EscalationStep = z.infer<typeof EscalationStep>

/** What to do at once, and whom to call. */
export const ContingencyPlan = z.strictObject({
  steps: z.array(LongText).min(1).max(30),
  contacts: z.array(z.strictObject({ name: Name, phone: z.string().trim().min(3).max(30) })).max(20),
  /** Posts told at once. */
  posts: z.array(Post).max(7),
})
export type ContingencyPlan = z.infer<typeof ContingencyPlan>

export const NewCategory = z.strictObject({
  id: Id.optional(),
  name: Name,
  group: CategoryGroup,
  severity: Severity,
  deadline: Deadline,
  post: Post.nullable().optional(),
  escalation: z.array(EscalationStep).max(5).optional(),
  plan: ContingencyPlan.nullable().optional(),
})
export type NewCategory = z.infer<typeof NewCategory>
export const CategoryChange = NewCategory.omit({ id: true })
  .partial()
  .extend({ active: z.boolean().optional() })
export type CategoryChange = z.infer<typeof CategoryChange>
export const Category = z.object({
  id: z.string(),
  name: z.string(),
  group: CategoryGroup,
  severity: Severity,
  deadline: Deadline,
  post: Post.nullable(),
  escalation: z.array(EscalationStep),
  plan: ContingencyPlan.nullable(),
  active: z.boolean(),
})
export type Category = z.infer<typeof Category>

/** `lead` is a unit; without one the issue's own village, or its township, leads (`level`). */
export const NewIssueRule = z.strictObject({
  id: Id.optional(),
  category: Id.nullable(),
  area: Id.nullable(),
  lead: Id.nullable(),
  level: z.enum(['village', 'township']).nullable().optional(),
  assisting: z.array(Id).max(20).optional(),
})
export type NewIssueRule = z.infer<typeof NewIssueRule>
export const IssueRule = z.object({
  id: z.string(),
  category: z.string().nullable(),
  area: z.string().nullable(),
  lead: z.string().nullable(),
  level: z.enum(['village', 'township']).nullable(),
  assisting: z.array(z.string()),
})
export type IssueRule = z.infer<typeof IssueRule>

/** Which parts of the shipped catalogue to take over; all of them where none are named. */
export const CatalogueWanted = z.strictObject({
  groups: z
    .array(CategoryGroup.exclude(['own']))
    .min(1)
    .max(4)
    .optional(),
})
export type CatalogueWanted = z.infer<typeof CatalogueWanted>
