import { z } from 'zod'
import { Day, Id, Instant, LongText, Name, PageQuery, Place } from './common.ts'
import { PhotoIds, PhotoShown } from './photos.ts'
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

export const IssueSource = z.enum([
  'inspection',
  'self_check',
  'drone',
  'complaint',
  'superior',
  'field_visit',
])
export type IssueSource = z.infer<typeof IssueSource>

/**
 * The label of an issue. Open: found, assigned, rectifying, rectified (awaiting verification), returned (not good
 * enough), deferred (with approval). Settled: closed, rejected (not an issue), duplicate.
 */
export const issueStates = [
  'found',
  'assigned',
  'rectifying',
  'rectified',
  'returned',
  'deferred',
  'closed',
  'rejected',
  'duplicate',
] as const
export const IssueState = z.enum(issueStates)
export type IssueState = z.infer<typeof IssueState>

export const issueEventKinds = [
  'found',
  'assigned',
  'transferred',
  'started',
  'rectified',
  'returned',
  'deferral_asked',
  'deferred',
  'deferral_refused',
  'rejected',
  'joined',
  'closed',
  'reopened',
  'revisited',
  'overdue',
  'escalated',
  'noted',
] as const
export const IssueEventKind = z.enum(issueEventKinds)
export type IssueEventKind = z.infer<typeof IssueEventKind>

/** The body of `PUT …/issues/{id}`; `id` is made by the client. A field visit may solve it on the spot: `solved`. */
export const NewIssue = z.strictObject({
  category: Id,
  area: Id,
  source: IssueSource,
  /** An inspection it was found in. */
  inspection: Id.optional(),
  severity: Severity.optional(),
  text: LongText,
  location: z.string().trim().max(200).optional(),
  place: Place.nullable().optional(),
  foundAt: Instant,
  /** By default as the rules of the county say. */
  lead: Id.optional(),
  assisting: z.array(Id).max(20).optional(),
  dueAt: Instant.optional(),
  photos: PhotoIds.optional(),
  solved: z.strictObject({ note: LongText, photos: PhotoIds }).optional(),
})
export type NewIssue = z.infer<typeof NewIssue>

export const Issue = z.object({
  id: z.string(),
  no: z.int(),
  category: z.string(),
  severity: Severity,
  source: IssueSource,
  area: z.string(),
  areaName: z.string(),
  township: z.string().nullable(),
  text: z.string(),
  location: z.string().nullable(),
  place: Place.nullable(),
  state: IssueState,
  settled: z.boolean(),
  foundAt: Instant,
  lead: z.string().nullable(),
  leadName: z.string().nullable(),
  dueAt: Instant.nullable(),
  overdueAt: Instant.nullable(),
  rectifiedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  onTime: z.boolean().nullable(),
  fixed: z.boolean().nullable(),
  relapses: z.int(),
  duplicateOf: z.string().nullable(),
  version: z.int(),
})
export type Issue = z.infer<typeof Issue>

export const IssueEvent = z.object({
  id: z.string(),
  kind: IssueEventKind,
  at: Instant,
  deviceAt: Instant.nullable(),
  by: z.string(),
  byName: z.string().nullable(),
  note: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  photos: z.array(PhotoShown),
})
export type IssueEvent = z.infer<typeof IssueEvent>

export const IssueDetail = Issue.extend({
  sourceRef: z.string().nullable(),
  measure: z.string().nullable(),
  assisting: z.array(z.string()),
  assignment: z.string().nullable(),
  plan: ContingencyPlan.nullable(),
  events: z.array(IssueEvent),
  photos: z.array(PhotoShown),
  /** What the caller may do with it next. */
  steps: z.array(IssueEventKind),
})
export type IssueDetail = z.infer<typeof IssueDetail>

/** The body of `PUT …/issues/{id}/steps/{step}`; the step's id is made by the client. `version` is the issue's as it was seen. */
export const IssueStep = z.strictObject({
  kind: IssueEventKind.exclude(['found', 'overdue', 'escalated']),
  version: z.int().optional(),
  note: LongText.optional(),
  deviceAt: Instant.optional(),
  photos: PhotoIds.optional(),
  /** For `assigned` and `transferred`. */
  lead: Id.optional(),
  assisting: z.array(Id).max(20).optional(),
  /** For `assigned`, `deferral_asked` and `deferred`. */
  dueAt: Instant.optional(),
  /** For `assigned` and `started`: what is to be done. */
  measure: LongText.optional(),
  /** For `joined`: the issue it is the same as. */
  duplicateOf: Id.optional(),
  /** For `revisited`: whether it is still good. */
  good: z.boolean().optional(),
})
export type IssueStep = z.infer<typeof IssueStep>

export const IssueQuery = PageQuery.extend({
  settled: z.enum(['true', 'false']).optional(),
  state: IssueState.optional(),
  category: Id.optional(),
  township: Id.optional(),
  area: Id.optional(),
  lead: Id.optional(),
  source: IssueSource.optional(),
  overdue: z.enum(['true']).optional(),
  /** Part of its text or location, within the other filters. */
  q: z.string().trim().max(50).optional(),
})
export type IssueQuery = z.infer<typeof IssueQuery>

/** Possible duplicates: near in place, time and category. */
export const DuplicateQuery = z.strictObject({
  category: Id,
  area: Id,
  lat: z.coerce.number().min(-90).max(90).optional(),
  lng: z.coerce.number().min(-180).max(180).optional(),
})

/** One step for many issues at once; each has its own answer. */
export const IssueBulk = z.strictObject({
  issues: z.array(Id).min(1).max(200),
  step: IssueStep,
})
export const IssueBulkAnswer = z.object({
  done: z.array(z.string()),
  refused: z.array(z.object({ issue: z.string(), code: z.string(), message: z.string() })),
})

export const IssueTally = z.object({
  open: z.int(),
  overdue: z.int(),
  awaitingVerification: z.int(),
  closedThisWeek: z.int(),
  townships: z.array(
    z.object({ township: z.string(), open: z.int(), overdue: z.int(), onTime: z.int(), relapses: z.int() }),
  ),
})
export type IssueTally = z.infer<typeof IssueTally>

export const NewSavedFilter = z.strictObject({
  id: Id.optional(),
  list: z.enum(['issues']),
  name: Name,
  query: z.string().max(500),
  shared: z.boolean(),
})
export const SavedFilter = z.object({
  id: z.string(),
  list: z.string(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
})
export type SavedFilter = z.infer<typeof SavedFilter>

export const Relapse = z.object({ key: z.string(), name: z.string(), closed: z.int(), relapsed: z.int() })
export const RelapseQuery = z.strictObject({
  by: z.enum(['village', 'unit', 'verifier']),
  from: Day.optional(),
})
