import { z } from 'zod'
import { AreaLevel, RowProblem, Suggestion } from './areas.ts'
import { Day, Id, Instant, LongText, Name, PageQuery, Reason } from './common.ts'
import { Amendment, Band, Entry, Explanation, Policy, Standing } from './ranking.ts'

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

export const NewBoard = z.strictObject({
  id: Id.optional(),
  campaign: Id,
  name: Name,
  subject: AreaLevel.exclude(['county']),
  /** Area whose subjects stand on the board; the county by default. */
  owner: Id.optional(),
  cadence: Cadence,
  visibility: Visibility.optional(),
  policy: Policy,
})
export type NewBoard = z.infer<typeof NewBoard>

export const BoardChange = z.strictObject({
  name: Name.optional(),
  cadence: Cadence.optional(),
  visibility: Visibility.optional(),
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
export const RoundQuery = PageQuery
/** Why a subject is left out of one round's comparison. */
export const Exemption = z.strictObject({ reason: Reason })

export const NewReport = z.strictObject({ entries: z.array(Entry).max(5000) })
export type NewReport = z.infer<typeof NewReport>

export const ReportWarning = z.object({ code: z.string(), message: z.string() })
export const ReportReceipt = z.object({
  round: z.string(),
  source: z.string(),
  reporter: z.string(),
  entries: z.int(),
  onBehalf: z.boolean(),
  sentAt: Instant,
  warnings: z.array(ReportWarning),
})
export type ReportReceipt = z.infer<typeof ReportReceipt>

/** Who has reported and who has not, per source; `missing` lists reporters of whom something is expected. */
export const ReportOverview = z.object({
  round: z.string(),
  sources: z.array(
    z.object({
      source: z.string(),
      required: z.boolean(),
      /** Active subjects that still have no value in this source. */
      missingSubjects: z.int(),
      reporters: z.array(
        z.object({
          reporter: z.string(),
          name: z.string(),
          state: z.enum(['reported', 'missing']),
          entries: z.int(),
          expected: z.int().nullable(),
          onBehalf: z.boolean(),
          sentAt: Instant.nullable(),
        }),
      ),
    }),
  ),
})
export type ReportOverview = z.infer<typeof ReportOverview>

export const StoredReport = z.object({
  source: z.string(),
  reporter: z.string(),
  entries: z.array(Entry),
  onBehalf: z.boolean(),
  sentAt: Instant,
})
export type StoredReport = z.infer<typeof StoredReport>

export const SheetRow = z.object({
  row: z.int(),
  name: z.string(),
  township: z.string().optional(),
  subject: z.string().optional(),
  value: z.number().optional(),
  exposure: z.number().optional(),
  error: RowProblem.optional(),
  suggestions: z.array(Suggestion).optional(),
})
export const SheetReceipt = z.object({
  applied: z.boolean(),
  rows: z.array(SheetRow),
  warnings: z.array(ReportWarning),
})
export type SheetReceipt = z.infer<typeof SheetReceipt>

/** `pick=7:620423100203` settles row 7 of the sheet, `pick=9:` leaves row 9 out; it may stand several times. */
export const SheetQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional(),
  pick: z.union([z.string(), z.array(z.string()).max(500)]).optional(),
})

export const NamedStanding = Standing.extend({
  name: z.string(),
  township: z.string(),
  townshipName: z.string(),
  previousRank: z.int().nullable(),
})
export type NamedStanding = z.infer<typeof NamedStanding>

export const RoundStandings = z.object({
  round: z.string(),
  board: z.string(),
  no: z.int(),
  state: RoundState,
  closesAt: Instant,
  revision: z.int(),
  sha256: z.string().nullable(),
  bandsClamped: z.boolean(),
  unranked: z.array(
    z.object({
      subject: z.string(),
      name: z.string(),
      township: z.string(),
      townshipName: z.string(),
      reason: z.string(),
    }),
  ),
  standings: z.array(NamedStanding),
})
export type RoundStandings = z.infer<typeof RoundStandings>

export const StandingExplanation = z.object({
  round: z.string(),
  revision: z.int(),
  subject: z.string(),
  name: z.string(),
  township: z.string(),
  townshipName: z.string(),
  explanation: Explanation,
  history: z.array(
    z.object({
      no: z.int(),
      closedAt: Instant,
      band: Band.nullable(),
      rank: z.int().nullable(),
      score: z.number().nullable(),
    }),
  ),
})
export type StandingExplanation = z.infer<typeof StandingExplanation>

export const Publication = z.strictObject({ waive: Reason.optional() })
export const NewRevision = z.strictObject({ reason: Reason, amendments: z.array(Amendment).min(1).max(500) })
export const RevisionSummary = z.object({
  round: z.string(),
  no: z.int(),
  sha256: z.string(),
  reason: z.string().nullable(),
  publishedAt: Instant,
})
export type RevisionSummary = z.infer<typeof RevisionSummary>

/** What a correction moves, in this round and in the later ones whose streaks it changes. */
export const RevisionEffect = z.object({
  rounds: z.array(
    z.object({
      round: z.string(),
      no: z.int(),
      revision: z.int(),
      sha256: z.string(),
      changes: z.array(
        z.object({
          subject: z.string(),
          name: z.string(),
          before: z.object({ rank: z.int().nullable(), band: Band.nullable(), streak: z.int().nullable() }),
          after: z.object({ rank: z.int().nullable(), band: Band.nullable(), streak: z.int().nullable() }),
        }),
      ),
    }),
  ),
  consequences: z.object({ created: z.int(), cancelled: z.int() }),
})
export type RevisionEffect = z.infer<typeof RevisionEffect>

export const NewObjection = z.strictObject({ id: Id.optional(), subject: Id, text: LongText })
export const Ruling = z.strictObject({
  upheld: z.boolean(),
  reason: Reason,
  amendments: z.array(Amendment).max(50).optional(),
})
