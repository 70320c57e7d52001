import { z } from 'zod'

/**
 * The shapes of a round: a policy, a roster and reports go in, standings come out.
 * Only shapes are checked here. What a policy or a report may *mean* is checked by
 * `checkPolicy` and `checkReport` in worker/domain/ranking, which name each problem.
 */

/** An area's id, as rounds know it. */
export const Code = z.string().min(1).max(64)
export const SourceKey = z.string().min(1).max(40)

export const Band = z.enum(['green', 'yellow', 'red'])
export type Band = z.infer<typeof Band>

/** `rank`: 1 is best. `score`: higher is better. `count`: problems found, lower is better. */
export const SourceKind = z.enum(['rank', 'score', 'count'])
export type SourceKind = z.infer<typeof SourceKind>

/** Whom a subject is compared with in a source: everyone, its township, or those of the same rater. */
export const SourceScope = z.enum(['county', 'township', 'rater'])
export type SourceScope = z.infer<typeof SourceScope>

/**
 * `inspections`: mean score of each subject's inspections in the round (a `score`). `rectifiedOnTime`: percent of the
 * issues due in the round that were rectified in time (a `score`). `openOverdue`: issues overdue at its end (a `count`).
 */
export const DerivedFrom = z.enum(['inspections', 'rectifiedOnTime', 'openOverdue'])
export type DerivedFrom = z.infer<typeof DerivedFrom>

export const Source = z.strictObject({
  key: SourceKey,
  kind: SourceKind,
  scope: SourceScope,
  weight: z.number(),
  required: z.boolean().optional(),
  exposed: z.boolean().optional(),
  /** Filled by itself: the mean score of the round's inspections, or a count from the issue ledger. */
  derivedFrom: DerivedFrom.optional(),
  /** The scoring sheet whose inspections count, for a source derived from them. */
  sheet: Code.optional(),
})
export type Source = z.infer<typeof Source>

const Percent = z.strictObject({ percent: z.number() })
export const GreenSide = z.union([z.strictObject({ top: z.number() }), Percent])
export type GreenSide = z.infer<typeof GreenSide>
export const RedSide = z.union([z.strictObject({ bottom: z.number() }), Percent])
export type RedSide = z.infer<typeof RedSide>

export const Bands = z.strictObject({ green: GreenSide.optional(), red: RedSide.optional() })
export type Bands = z.infer<typeof Bands>

/** Absolute floors on the raw value of a `score` source; either bound may be absent. */
export const Guards = z.strictObject({
  source: SourceKey,
  greenAtLeast: z.number().optional(),
  redBelow: z.number().optional(),
})
export type Guards = z.infer<typeof Guards>

export const Post = z.enum([
  'village_lead',
  'deputy_lead',
  'top_lead',
  'village_head',
  'first_secretary',
  'village_cadre',
  'helping_department',
])
export type Post = z.infer<typeof Post>

/** Mild to severe, and praise. */
export const ConsequenceKind = z.enum(['reminder', 'notice', 'interview', 'commend'])
export type ConsequenceKind = z.infer<typeof ConsequenceKind>

export const ConsequenceRule = z.strictObject({
  band: Band,
  streakAtLeast: z.number(),
  kind: ConsequenceKind,
  targets: z.array(Post).max(7),
  groupBy: z.literal('township').optional(),
  dueInDays: z.number(),
})
export type ConsequenceRule = z.infer<typeof ConsequenceRule>

export const Method = z.enum(['percentile', 'rank_sum'])
export type Method = z.infer<typeof Method>

export const Policy = z.strictObject({
  sources: z.array(Source).max(20),
  method: Method,
  minSources: z.number(),
  tieBreakers: z.array(SourceKey).max(20),
  bands: Bands,
  guards: Guards.optional(),
  consequences: z.array(ConsequenceRule).max(50).optional(),
})
export type Policy = z.infer<typeof Policy>

export const Subject = z.strictObject({
  code: Code,
  name: z.string().max(200),
  township: z.string().max(64),
  exempt: z.boolean().optional(),
})
export type Subject = z.infer<typeof Subject>

/** `exposure` (households or hectares covered) goes with an `exposed` source and with no other. */
export const Entry = z.strictObject({
  subject: Code,
  value: z.number(),
  exposure: z.number().optional(),
})
export type Entry = z.infer<typeof Entry>

/** What one reporter says for one source in one round. `rater` is the group that judged; by default the reporter. */
export const Report = z.strictObject({
  source: SourceKey,
  reporter: Code,
  rater: Code.optional(),
  entries: z.array(Entry),
})
export type Report = z.infer<typeof Report>

/** A ruling's change over the reports: `null` takes the subject's value away, a number replaces or adds it. */
export const Amendment = z.strictObject({
  source: SourceKey,
  subject: Code,
  value: z.number().nullable(),
  exposure: z.number().optional(),
})
export type Amendment = z.infer<typeof Amendment>

/** The bands of one published round; a subject unranked or exempt in it is absent. */
export const BandsOfRound = z.record(Code, Band)
export type BandsOfRound = z.infer<typeof BandsOfRound>

/** How long a subject has had its band, up to some round: a long history in one step. */
export const Streak = z.strictObject({ band: Band, streak: z.int().min(1) })
export type Streak = z.infer<typeof Streak>

export const Carried = z.record(Code, Streak)
export type Carried = z.infer<typeof Carried>

/** Everything a round's standings follow from. `carried` is the state before the first round of `history`. */
export const RoundInput = z.strictObject({
  subjects: z.array(Subject),
  policy: Policy,
  reports: z.array(Report),
  amendments: z.array(Amendment).optional(),
  carried: Carried.optional(),
  history: z.array(BandsOfRound).optional(),
})
export type RoundInput = z.infer<typeof RoundInput>

/** `key` is the composite in millionths, lower is better; `score` (0–100, one decimal) only for `percentile`. */
export const Standing = z.strictObject({
  subject: Code,
  rank: z.int(),
  key: z.int(),
  band: Band,
  streak: z.int(),
  borderline: z.boolean(),
  score: z.number().optional(),
})
export type Standing = z.infer<typeof Standing>

export const Unranked = z.strictObject({ subject: Code, reason: z.literal('too_few_sources') })
export type Unranked = z.infer<typeof Unranked>

export const Standings = z.strictObject({
  bandsClamped: z.boolean(),
  unranked: z.array(Unranked),
  standings: z.array(Standing),
})
export type Standings = z.infer<typeof Standings>
