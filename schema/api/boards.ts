import { z } from 'zod'
import { AreaLevel } from './areas.ts'
import { Day, Id, Instant, Name, PageQuery, Reason } from './common.ts'
import { Band, Policy } from './ranking.ts'

export const NewCampaign = z.strictObject({ id: Id.optional(), name: Name, startsOn: Day, endsOn: Day })
export const Campaign = z.object({ id: z.string(), name: z.string(), startsOn: Day, endsOn: Day })
export type Campaign = z.infer<typeof Campaign>

const closesAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
/** When rounds close, in Asia/Shanghai. A month that lacks the day closes on its last one. */
export const Cadence = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), closesAt }),
  z.strictObject({ every: z.literal('week'), closesOn: z.enum(weekdays), closesAt }),
  z.strictObject({ every: z.literal('month'), closesOn: z.int().min(1).max(31), closesAt }),
])
export type Cadence = z.infer<typeof Cadence>

export const Visibility = z.enum(['members', 'public'])
export type Visibility = z.infer<typeof Visibility>

/**
 * How much of a public board the public reads, each level with all before it: who is green, yellow or red; the ranks
 * with how they moved; the scores; why each stands where it stands. Says nothing where the board is for members only.
 */
export const shownLevels = ['bands', 'ranks', 'scores', 'explanations'] as const
export const Shows = z.enum(shownLevels)
export type Shows = z.infer<typeof Shows>

export const NewBoard = z.strictObject({
  id: Id.optional(),
  campaign: Id,
  name: Name,
  subject: AreaLevel.exclude(['county']),
  /** Area whose subjects stand on the board; the county by default. */
  owner: Id.optional(),
  cadence: Cadence,
  visibility: Visibility.optional(),
  shows: Shows.optional(),
  policy: Policy,
})
export type NewBoard = z.infer<typeof NewBoard>

export const BoardChange = z.strictObject({
  name: Name.optional(),
  cadence: Cadence.optional(),
  visibility: Visibility.optional(),
  shows: Shows.optional(),
  policy: Policy.optional(),
  active: z.boolean().optional(),
})
export type BoardChange = z.infer<typeof BoardChange>

export const BoardQuery = PageQuery.extend({ campaign: Id.optional(), owner: Id.optional() })

export const Board = z.object({
  id: z.string(),
  campaign: z.string(),
  name: z.string(),
  subject: AreaLevel,
  owner: z.string(),
  cadence: Cadence,
  visibility: Visibility,
  shows: Shows,
  policy: Policy,
  active: z.boolean(),
  createdAt: Instant,
  warnings: z.array(z.enum(['bands_overlap', 'guards_crossed'])).optional(),
})
export type Board = z.infer<typeof Board>

/** Colours of rounds before the county used the service, oldest first or not; `no` only orders them. */
export const BoardHistory = z
  .array(z.strictObject({ no: z.int(), closedAt: Instant, bands: z.record(Id, Band) }))
  .min(1)
  .max(200)

/** A subject as a round's frozen roster knows it. `township` is the id of the township it is compared in. */
export const RosterEntry = z.object({
  id: z.string(),
  name: z.string(),
  township: z.string(),
  townshipName: z.string(),
  exempt: z.boolean().optional(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

export const RoundState = z.enum(['open', 'closed', 'published'])
export type RoundState = z.infer<typeof RoundState>

export const NewRound = z.strictObject({
  id: Id.optional(),
  opensAt: Instant.optional(),
  closesAt: Instant.optional(),
})
export type NewRound = z.infer<typeof NewRound>
export const RoundChange = z.strictObject({ closesAt: Instant })

export const Round = z.object({
  id: z.string(),
  board: z.string(),
  no: z.int(),
  state: RoundState,
  opensAt: Instant,
  closesAt: Instant,
  closedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  revision: z.int(),
})
export type Round = z.infer<typeof Round>
/** One round with what a report needs: its frozen roster and policy. */
export const RoundDetail = Round.extend({ policy: Policy, roster: z.array(RosterEntry) })
export type RoundDetail = z.infer<typeof RoundDetail>
/** Rounds in one state, or whose closing time lies from `since` to before `until`. */
export const RoundQuery = PageQuery.extend({
  state: RoundState.optional(),
  since: Instant.optional(),
  until: Instant.optional(),
})
/** Why a subject is left out of one round's comparison. */
export const Exemption = z.strictObject({ reason: Reason })
