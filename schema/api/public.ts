import { z } from 'zod'
import { Shows } from './boards.ts'
import { Instant } from './common.ts'
import { Band } from './ranking.ts'

/**
 * One village on a public board. `rank`, `borderline` and `previousRank` (null where it had no rank) are absent where
 * the county shows bands only; `score` also where it shows ranks only or the board's method gives none.
 */
export const PublicStanding = z.object({
  subject: z.string(),
  name: z.string(),
  township: z.string(),
  townshipName: z.string(),
  rank: z.int().optional(),
  score: z.number().optional(),
  band: Band,
  streak: z.int(),
  borderline: z.boolean().optional(),
  previousRank: z.int().nullable().optional(),
})
export type PublicStanding = z.infer<typeof PublicStanding>

export const PublicUnranked = z.object({
  subject: z.string(),
  name: z.string(),
  township: z.string(),
  townshipName: z.string(),
  reason: z.string(),
})
export type PublicUnranked = z.infer<typeof PublicUnranked>

/**
 * The newest published round of a board as the public reads it: the JSON stored in one row and served as it is.
 * `county` and `board` are ids; standings are listed by rank, then code, or by band, then code,
 * where the county shows bands only.
 */
export const PublicBoard = z.object({
  county: z.string(),
  countyName: z.string(),
  board: z.string(),
  boardName: z.string(),
  round: z.string(),
  no: z.int(),
  closedAt: Instant,
  publishedAt: Instant,
  revision: z.int(),
  sha256: z.string(),
  /** How much of it the county shows; absent in what was stored before this could be chosen. */
  shows: Shows.optional(),
  bandsClamped: z.boolean(),
  standings: z.array(PublicStanding),
  unranked: z.array(PublicUnranked),
})
export type PublicBoard = z.infer<typeof PublicBoard>

/** A public board in the list of a county's boards. */
export const PublicBoardSummary = z.object({
  board: z.string(),
  boardName: z.string(),
  round: z.string(),
  no: z.int(),
  closedAt: Instant,
  publishedAt: Instant,
  revision: z.int(),
  sha256: z.string(),
  counts: z.object({ green: z.int(), yellow: z.int(), red: z.int(), unranked: z.int() }),
})
export type PublicBoardSummary = z.infer<typeof PublicBoardSummary>
