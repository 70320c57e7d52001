import { z } from 'zod'
import { Role, Scope } from './access.ts'
import { AreaLevel } from './areas.ts'
import { Id, Instant, LongText, Place } from './common.ts'
import { Category } from './issue-catalogue.ts'
import { Issue, IssueEventKind } from './issues.ts'
import { PhotoRole } from './photos.ts'
import { ScoringSheet } from './scoring-sheets.ts'
import { Visit } from './visits.ts'

export { AwaitedPhoto, AwaitedPhotos } from './photos.ts'

/** An area as a phone needs it. `place` is where the county's work has met it so far; null where nobody knows. */
export const FieldArea = z.object({
  id: z.string(),
  name: z.string(),
  level: AreaLevel,
  parent: z.string().nullable(),
  place: Place.nullable(),
})
export type FieldArea = z.infer<typeof FieldArea>

/** An issue that is the caller's to do something about, with small pictures to know it by. */
export const FieldIssue = Issue.extend({
  /** What the caller may do with it next. */
  steps: z.array(IssueEventKind.exclude(['found', 'overdue', 'escalated'])),
  thumbnails: z.array(z.object({ photo: z.string(), role: PhotoRole, url: z.string() })).max(4),
})
export type FieldIssue = z.infer<typeof FieldIssue>

/** A place that a grid's patrol passes: a bin, a corner, a culvert. */
export const GridPoint = z.object({
  id: z.string(),
  grid: z.string(),
  name: z.string(),
  place: Place.nullable(),
  position: z.int(),
  active: z.boolean(),
})
export type GridPoint = z.infer<typeof GridPoint>

/** The answer of `GET …/field`: all that a phone needs to work without signal. Carries an ETag. */
export const FieldBundle = z.object({
  at: Instant,
  county: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  member: z.object({ id: z.string(), role: Role, scope: Scope }),
  areas: z.array(FieldArea),
  sheets: z.array(ScoringSheet),
  categories: z.array(Category.omit({ escalation: true, post: true })),
  /** Planned visits of the caller's, soonest first. */
  visits: z.array(Visit),
  issues: z.array(FieldIssue),
  points: z.array(GridPoint),
})
export type FieldBundle = z.infer<typeof FieldBundle>

/** The body of `PUT …/patrols/{id}`: a walk through a grid. What was found on it is raised as issues of its own. */
export const NewPatrol = z.strictObject({
  grid: Id,
  startedAt: Instant,
  endedAt: Instant,
  /** The points passed, and whether each was in order. */
  points: z.array(z.strictObject({ point: Id, good: z.boolean() })).max(200),
  note: LongText.optional(),
})
export type NewPatrol = z.infer<typeof NewPatrol>
export const Patrol = NewPatrol.extend({
  id: z.string(),
  gridName: z.string(),
  note: z.string().nullable(),
  receivedAt: Instant,
  /** Whoever made it acted for this area or unit; no person's name. */
  byName: z.string().nullable(),
})
export type Patrol = z.infer<typeof Patrol>

/** What a scanned code opens. */
export const FieldCodeTarget = z.object({ area: z.string(), name: z.string(), level: AreaLevel })
export type FieldCodeTarget = z.infer<typeof FieldCodeTarget>
