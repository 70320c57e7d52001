import { z } from 'zod'
import { RoundState } from './boards.ts'
import { Instant } from './common.ts'
import { Explanation, NearestChange } from './explanation.ts'
import { Band, Standing } from './ranking.ts'

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
  /** By source: the smallest change of one value that would have given another band. */
  nearest: z.array(NearestChange),
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
