import { z } from 'zod'
import { Role } from './access.ts'
import { Id, Instant, LongText, PageQuery, Place } from './common.ts'
import { ContingencyPlan, Severity } from './issue-catalogue.ts'
import { AwaitedPhotos, PhotoIds, PhotoShown } from './photos.ts'

export * from './issue-catalogue.ts'
export * from './issue-statistics.ts'

export const IssueSource = z.enum([
  'inspection',
  'self_check',
  'drone',
  'complaint',
  'superior',
  'field_visit',
  'meeting',
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
  awaiting: AwaitedPhotos.optional(),
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
  /** The village it lies in; null where it lies in none, such as a township's market. */
  village: z.string().nullable(),
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
  /** The time that a deferral asks for, while nobody has ruled on it. */
  deferralTo: Instant.nullable(),
  rectifiedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  onTime: z.boolean().nullable(),
  fixed: z.boolean().nullable(),
  relapses: z.int(),
  duplicateOf: z.string().nullable(),
  version: z.int(),
})
export type Issue = z.infer<typeof Issue>

/** What `PUT …/issues/{id}` answers: an issue of a category with a plan for emergencies comes with it. */
export const IssueRaised = Issue.extend({ plan: ContingencyPlan.nullable() })
export type IssueRaised = z.infer<typeof IssueRaised>

/** `byName` is the area or unit the member acted for; null for the county office and the clock, and no person's name. */
export const IssueEvent = z.object({
  id: z.string(),
  /** The issue it happened to: a duplicate's history stands with the issue it was joined to. */
  issue: z.string(),
  kind: IssueEventKind,
  at: Instant,
  deviceAt: Instant.nullable(),
  by: z.string(),
  byRole: Role.nullable(),
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
  /** Issues that turned out to be the same as this one. */
  joined: z.array(z.object({ id: z.string(), no: z.int() })),
  /** What the caller may do with it next. */
  steps: z.array(IssueEventKind.exclude(['found', 'overdue', 'escalated'])),
})
export type IssueDetail = z.infer<typeof IssueDetail>

/** What a person can do with an issue; the rest is done by raising it and by the clock. */
export const StepKind = IssueEventKind.exclude(['found', 'overdue', 'escalated'])
export type StepKind = z.infer<typeof StepKind>

/** The body of `PUT …/issues/{id}/steps/{step}`; the step's id is made by the client. `version` is the issue's as it was seen. */
export const IssueStep = z.strictObject({
  kind: StepKind,
  version: z.int().optional(),
  note: LongText.optional(),
  deviceAt: Instant.optional(),
  photos: PhotoIds.optional(),
  awaiting: AwaitedPhotos.optional(),
  /** For `assigned` and `transferred`. */
  lead: Id.optional(),
  assisting: z.array(Id).max(20).optional(),
  /** For `assigned`, `deferral_asked` and `deferred`. */
  dueAt: Instant.optional(),
  /** For `assigned` and `started`: what is to be done. */
  measure: LongText.optional(),
  /** For `joined`: the issue it is the same as. */
  duplicateOf: Id.optional(),
  /** For `revisited`: whether it is still good. Where it is not, the issue is open again and counts as a relapse. */
  good: z.boolean().optional(),
})
export type IssueStep = z.infer<typeof IssueStep>

export const IssueQuery = PageQuery.extend({
  settled: z.enum(['true', 'false']).optional(),
  state: IssueState.optional(),
  category: Id.optional(),
  township: Id.optional(),
  /** A village, or an area below one. */
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
export type DuplicateQuery = z.infer<typeof DuplicateQuery>
export const PossibleDuplicate = Issue.extend({
  /** Metres between the two places, where both are known. */
  distance: z.number().nullable(),
})
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>

/** One step for many issues at once; each has its own answer. */
export const IssueBulk = z.strictObject({
  issues: z.array(Id).min(1).max(200),
  /** Each issue's step gets an id made of this one, so that the same again changes nothing. */
  id: Id.max(24).optional(),
  step: IssueStep,
})
export type IssueBulk = z.infer<typeof IssueBulk>
export const IssueBulkAnswer = z.object({
  done: z.array(z.string()),
  refused: z.array(z.object({ issue: z.string(), code: z.string(), message: z.string() })),
})
export type IssueBulkAnswer = z.infer<typeof IssueBulkAnswer>
