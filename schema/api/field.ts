import { z } from 'zod'
import { Role, Scope } from './access.ts'
import { AreaLevel } from './areas.ts'
import { Day, Id, Instant, LongText, Name, PageQuery, Place, Reason } from './common.ts'
import { Category } from './issue-catalogue.ts'
import { Issue, IssueEventKind } from './issues.ts'
import { PhotoFlagState, PhotoRole } from './photos.ts'
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

/** A code printed on a sheet or a sign; the QR holds `{origin}/field/q/{code}`. */
export const AreaCode = z.object({ code: z.string(), area: z.string() })
export type AreaCode = z.infer<typeof AreaCode>

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
  /** Codes of the areas, so that one is opened without signal. */
  codes: z.array(AreaCode).optional(),
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

/** A code with what it stands for, to print. */
export const FieldCode = AreaCode.extend({
  name: z.string(),
  level: AreaLevel,
  parent: z.string().nullable(),
  at: Instant,
})
export type FieldCode = z.infer<typeof FieldCode>
/** Codes for these areas: each keeps the one it has; with `renew` that one no longer opens anything. */
export const NewFieldCodes = z.strictObject({
  areas: z.array(Id).min(1).max(500),
  renew: z.boolean().optional(),
})
export type NewFieldCodes = z.infer<typeof NewFieldCodes>
export const FieldCodeQuery = PageQuery.extend({ township: Id.optional() })
export type FieldCodeQuery = z.infer<typeof FieldCodeQuery>

/**
 * The body of `PUT …/grids/{id}/points`: the points passed, in their order; one that is left out is no longer passed.
 * `seen` are the ids it was made from: another's change meanwhile is a conflict.
 */
export const GridPoints = z.strictObject({
  points: z.array(z.strictObject({ id: Id, name: Name, place: Place.nullable().optional() })).max(200),
  seen: z.array(Id).max(200),
})
export type GridPoints = z.infer<typeof GridPoints>

/** A grid, how many points it has, and its last patrol: how many points were in order and how many were not. */
export const Grid = z.object({
  id: z.string(),
  name: z.string(),
  village: z.string().nullable(),
  villageName: z.string().nullable(),
  township: z.string().nullable(),
  townshipName: z.string().nullable(),
  points: z.int(),
  last: z.object({ endedAt: Instant, good: z.int(), bad: z.int() }).nullable(),
})
export type Grid = z.infer<typeof Grid>
export const GridQuery = PageQuery.extend({ township: Id.optional() })
export type GridQuery = z.infer<typeof GridQuery>
export const PatrolQuery = PageQuery.extend({ grid: Id.optional(), from: Day.optional(), to: Day.optional() })
export type PatrolQuery = z.infer<typeof PatrolQuery>

/**
 * What is odd about a record. `clock`: the phone's clock is wrong. `far`: far from where the area has been met.
 * `accuracy`: a place without any inaccuracy, which no device has. `repeated`: the very same place as in another
 * village. `speed`: too far from the member's last record for the time between.
 */
export const PlaceFlagKind = z.enum(['clock', 'far', 'accuracy', 'repeated', 'speed'])
export type PlaceFlagKind = z.infer<typeof PlaceFlagKind>
/** Minutes the clock is ahead (behind below 0); metres from there; kilometres an hour. */
export const PlaceFlagDetail = z.object({
  minutes: z.number().optional(),
  metres: z.number().optional(),
  speed: z.number().optional(),
})
export type PlaceFlagDetail = z.infer<typeof PlaceFlagDetail>
export const PlaceFlag = z.object({
  id: z.string(),
  kind: PlaceFlagKind,
  target: z.enum(['inspection', 'issue', 'patrol']),
  targetId: z.string(),
  area: z.string(),
  areaName: z.string(),
  detail: PlaceFlagDetail,
  state: PhotoFlagState,
  note: z.string().nullable(),
  at: Instant,
  settledAt: Instant.nullable(),
})
export type PlaceFlag = z.infer<typeof PlaceFlag>
export const PlaceFlagQuery = PageQuery.extend({ state: PhotoFlagState.optional() })
export const PlaceFlagChange = z.strictObject({
  state: PhotoFlagState.exclude(['open']),
  note: Reason.optional(),
})
export type PlaceFlagChange = z.infer<typeof PlaceFlagChange>
