import { z } from 'zod'
import { Band, Code, Method, SourceKey, SourceKind, SourceScope, Streak } from './ranking.ts'

/**
 * One source in an explanation. Without a value, `value`, `r`, `n` and `p` are null and the source is left aside;
 * `p` is the position as the composite weighs it (with `rank_sum` the midrank itself).
 */
export const SourceExplanation = z.strictObject({
  source: SourceKey,
  kind: SourceKind,
  scope: SourceScope,
  weight: z.number(),
  value: z.number().nullable(),
  exposure: z.number().optional(),
  reporter: z.string().optional(),
  rater: z.string().optional(),
  amended: z.boolean(),
  r: z.number().nullable(),
  n: z.int().nullable(),
  p: z.number().nullable(),
})
export type SourceExplanation = z.infer<typeof SourceExplanation>

/**
 * Where a band ends by rank, before guards. `composite` and `key` are those of the last subject inside it (null where
 * nobody is). `gap` is in millionths of the composite: how far behind the green cut-off, or how far ahead of the red
 * one; with a gap of 0 a tie-breaker may have decided, so `inside` says on which side the subject is.
 */
export const CutOff = z.strictObject({
  places: z.int(),
  inside: z.boolean(),
  composite: z.number().nullable(),
  key: z.int().nullable(),
  gap: z.int().nullable(),
})
export type CutOff = z.infer<typeof CutOff>

/** What each tie-breaker did, in turn, to the subjects that shared this subject's key. */
export const TieStep = z.strictObject({
  source: SourceKey,
  outcome: z.enum(['split', 'equal', 'passed_over']),
})
export type TieStep = z.infer<typeof TieStep>

export const Tie = z.strictObject({ sameKey: z.int(), sameRank: z.int(), steps: z.array(TieStep) })
export type Tie = z.infer<typeof Tie>

/** A floor that turned a band to yellow. */
export const GuardApplied = z.strictObject({
  source: SourceKey,
  bound: z.enum(['greenAtLeast', 'redBelow']),
  limit: z.number(),
  value: z.number().nullable(),
  from: Band,
})
export type GuardApplied = z.infer<typeof GuardApplied>

/** Leaving `source` out would give this other band. */
export const WithoutSource = z.strictObject({ source: SourceKey, band: Band, rank: z.int() })
export type WithoutSource = z.infer<typeof WithoutSource>

/**
 * The smallest change of one source's value alone that gives another band, everything else as it was: `instead` of
 * `value` it would have been `band` at `rank`. In steps of the decimals in which the source's values were reported.
 */
export const NearestChange = z.strictObject({
  source: SourceKey,
  kind: SourceKind,
  direction: z.enum(['better', 'worse']),
  value: z.number(),
  instead: z.number(),
  band: Band,
  rank: z.int(),
})
export type NearestChange = z.infer<typeof NearestChange>

const explained = {
  subject: Code,
  method: Method,
  minSources: z.int(),
  sources: z.array(SourceExplanation),
  before: Streak.optional(),
}

/** "Why am I red?": everything one subject's standing follows from. */
export const Explanation = z.discriminatedUnion('ranked', [
  z.strictObject({
    ...explained,
    ranked: z.literal(true),
    composite: z.number(),
    key: z.int(),
    score: z.number().optional(),
    rank: z.int(),
    of: z.int(),
    band: Band,
    streak: z.int(),
    borderline: z.boolean(),
    green: CutOff.optional(),
    red: CutOff.optional(),
    bandsClamped: z.boolean(),
    tie: Tie.optional(),
    guard: GuardApplied.optional(),
    without: z.array(WithoutSource),
  }),
  z.strictObject({
    ...explained,
    ranked: z.literal(false),
    reason: z.enum(['too_few_sources', 'exempt']),
  }),
])
export type Explanation = z.infer<typeof Explanation>
