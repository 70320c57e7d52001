import { z } from 'zod'
import { Day, Id, Instant, LongText, Name, PageQuery, Reason } from './common.ts'
import { PhotoIds, PhotoShown } from './photos.ts'

/** 设点宣传, 发放宣传册, 户长会, 入户座谈, 广播, 宣传车, 横幅标语, 微信短信, 志愿清洁, 上门动员. */
export const activityKinds = [
  'booth',
  'brochure',
  'household_meeting',
  'home_visit',
  'broadcast',
  'vehicle_round',
  'banner',
  'message',
  'volunteer_cleanup',
  'door_to_door',
] as const
export const ActivityKind = z.enum(activityKinds)
export type ActivityKind = z.infer<typeof ActivityKind>

const Amount = z.int().min(0).max(10_000_000)
const content = {
  kind: ActivityKind,
  area: Id,
  day: Day,
  /** How often it was held: booths, meetings, visits, rounds. */
  times: Amount.optional(),
  /** Things given out or put up: brochures, banners, messages. */
  items: Amount.optional(),
  /** People reached. */
  people: Amount.optional(),
  team: Id.nullable().optional(),
  /** Volunteers who took part, and the hours each gave. */
  volunteers: z.int().min(0).max(100_000).optional(),
  hours: z.number().min(0).max(1000).optional(),
  note: LongText.nullable().optional(),
}

/** The body of `PUT …/activities/{id}`; the id is made by the client. Where no amount is given, it was held once. */
export const NewActivity = z.strictObject({ ...content, photos: PhotoIds.optional() })
export type NewActivity = z.infer<typeof NewActivity>
/** `version` is the entry's as it was seen. */
export const ActivityChange = z
  .strictObject({ ...content, photos: PhotoIds.optional() })
  .partial()
  .extend({ version: z.int().min(1) })
export type ActivityChange = z.infer<typeof ActivityChange>
export const ActivityRetraction = z.strictObject({ reason: Reason })

export const Activity = z.object({
  id: z.string(),
  kind: ActivityKind,
  area: z.string(),
  areaName: z.string(),
  township: z.string().nullable(),
  day: Day,
  times: z.int(),
  items: z.int(),
  people: z.int(),
  team: z.string().nullable(),
  teamName: z.string().nullable(),
  volunteers: z.int(),
  hours: z.number(),
  note: z.string().nullable(),
  photos: z.array(PhotoShown),
  version: z.int(),
  retracted: z.object({ at: Instant, reason: z.string() }).nullable(),
})
export type Activity = z.infer<typeof Activity>

const range = { from: Day.optional(), to: Day.optional(), township: Id.optional() }
export const ActivityQuery = PageQuery.extend({ ...range, kind: ActivityKind.optional() })
export type ActivityQuery = z.infer<typeof ActivityQuery>

/** Days from `from` to `to`, both included; at most a year and a day. */
export const OutreachQuery = z.strictObject({ from: Day, to: Day, township: Id.optional() })
export type OutreachQuery = z.infer<typeof OutreachQuery>

/** Sums of one kind of activity. `hours` are volunteers' hours: head-count times the hours each gave. */
export const OutreachSums = z.object({
  kind: ActivityKind,
  entries: z.int(),
  times: z.int(),
  items: z.int(),
  people: z.int(),
  volunteers: z.int(),
  hours: z.number(),
})
export type OutreachSums = z.infer<typeof OutreachSums>

/** Results and outreach by township and week (its Monday), never anybody's diligence. */
export const OutreachTotals = z.object({
  total: z.array(OutreachSums),
  townships: z.array(
    z.object({ township: z.string().nullable(), name: z.string(), sums: z.array(OutreachSums) }),
  ),
  weeks: z.array(z.object({ monday: Day, sums: z.array(OutreachSums) })),
  /** The same in one sentence, as bulletins put it; empty where nothing was done. */
  sentence: z.string(),
})
export type OutreachTotals = z.infer<typeof OutreachTotals>

export const NewTeam = z.strictObject({
  id: Id.optional(),
  name: Name,
  area: Id,
  members: z.int().min(1).max(100_000),
})
export type NewTeam = z.infer<typeof NewTeam>
export const TeamChange = z.strictObject({
  name: Name.optional(),
  members: z.int().min(1).max(100_000).optional(),
  active: z.boolean().optional(),
})
export type TeamChange = z.infer<typeof TeamChange>
export const Team = z.object({
  id: z.string(),
  name: z.string(),
  area: z.string(),
  areaName: z.string(),
  township: z.string().nullable(),
  members: z.int(),
  active: z.boolean(),
})
export type Team = z.infer<typeof Team>

/** 推进会, 调度会, 群众会, and any other. */
export const MeetingKind = z.enum(['progress', 'dispatch', 'village_group', 'other'])
export type MeetingKind = z.infer<typeof MeetingKind>

/** A body that was asked to come: an area or unit of the county, or one named in words. */
export const Attendance = z.strictObject({
  body: Id.nullable(),
  name: Name,
  present: z.boolean(),
  /** How many came for it. */
  heads: z.int().min(0).max(10_000),
})
export type Attendance = z.infer<typeof Attendance>

const meeting = {
  kind: MeetingKind,
  title: Name,
  heldAt: Instant,
  venue: z.string().trim().max(100).nullable().optional(),
  agenda: z.array(z.string().trim().min(1).max(500)).max(50).optional(),
  attendance: z.array(Attendance).max(300).optional(),
  speeches: z
    .array(z.strictObject({ speaker: z.string().trim().min(1).max(60), text: LongText }))
    .max(100)
    .optional(),
  /** In their order; those with an id known before are changed, others added; what became work stays. */
  decisions: z
    .array(z.strictObject({ id: Id, text: LongText }))
    .max(100)
    .optional(),
}
/** The body of `PUT …/meetings/{id}`; the id is made by the client. `owner` is the county by default. */
export const NewMeeting = z.strictObject({ ...meeting, owner: Id.optional() })
export type NewMeeting = z.infer<typeof NewMeeting>
export const MeetingChange = z
  .strictObject(meeting)
  .partial()
  .extend({ version: z.int().min(1) })
export type MeetingChange = z.infer<typeof MeetingChange>

export const Decision = z.object({
  id: z.string(),
  text: z.string(),
  became: z.enum(['task', 'issue']).nullable(),
  issue: z.string().nullable(),
  task: z
    .object({
      lead: z.string().nullable(),
      leadName: z.string().nullable(),
      dueOn: Day,
      state: z.enum(['open', 'done', 'cancelled']),
      overdue: z.boolean(),
    })
    .nullable(),
})
export type Decision = z.infer<typeof Decision>

export const Meeting = z.object({
  id: z.string(),
  kind: MeetingKind,
  title: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  /** The township that holds it; null for the county. */
  township: z.string().nullable(),
  heldAt: Instant,
  venue: z.string().nullable(),
  present: z.int(),
  invited: z.int(),
  decisions: z.int(),
  open: z.int(),
  version: z.int(),
})
export type Meeting = z.infer<typeof Meeting>
export const MeetingDetail = Meeting.omit({ decisions: true, open: true }).extend({
  agenda: z.array(z.string()),
  attendance: z.array(Attendance),
  speeches: z.array(z.object({ speaker: z.string(), text: z.string() })),
  decisions: z.array(Decision),
})
export type MeetingDetail = z.infer<typeof MeetingDetail>
export const MeetingQuery = PageQuery.extend(range)
export type MeetingQuery = z.infer<typeof MeetingQuery>

/** A decision becomes a task: who leads, who assists, by the end of which day. */
export const DecisionTask = z.strictObject({
  lead: Id,
  assisting: z.array(Id).max(20).optional(),
  dueOn: Day,
})
export type DecisionTask = z.infer<typeof DecisionTask>
/** A decision becomes an issue of the ledger under an id made by the client. */
export const DecisionIssue = z.strictObject({
  issue: Id,
  category: Id,
  area: Id,
  lead: Id.optional(),
})
export type DecisionIssue = z.infer<typeof DecisionIssue>
export const TaskChange = z.strictObject({ state: z.enum(['open', 'done']), note: LongText.optional() })
export type TaskChange = z.infer<typeof TaskChange>

/** A task that a meeting gave somebody, by the day it is due. */
export const Task = z.object({
  id: z.string(),
  text: z.string(),
  meeting: z.string(),
  meetingTitle: z.string(),
  lead: z.string().nullable(),
  leadName: z.string().nullable(),
  dueOn: Day,
  state: z.enum(['open', 'done', 'cancelled']),
  overdue: z.boolean(),
})
export type Task = z.infer<typeof Task>
export const TaskQuery = PageQuery.extend({ state: z.enum(['open', 'done']).optional() })
