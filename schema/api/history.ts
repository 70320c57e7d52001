import { z } from 'zod'
import { RowProblem, Suggestion } from './areas.ts'
import { Instant } from './common.ts'
import { Band } from './ranking.ts'

/** A past round of a board: by subject its colour and streak, and the rank and score where it was ranked here. */
export const PastRound = z.object({
  no: z.int(),
  closedAt: Instant,
  round: z.string().nullable(),
  /** Brought in from before the county used the service. */
  imported: z.boolean(),
  standings: z.record(
    z.string(),
    z.object({ band: Band, streak: z.int(), rank: z.int().optional(), score: z.number().optional() }),
  ),
})
export type PastRound = z.infer<typeof PastRound>

/** `until`: the newest number asked for, the newest past round by default. */
export const SeriesQuery = z.strictObject({
  until: z.coerce.number().int().optional(),
  rounds: z.coerce.number().int().min(1).max(26).optional(),
})

/**
 * A board's last past rounds on few bytes, oldest first. By subject its ranks (null where it had none) and its bands, a
 * letter a round: g, y, r, or - where it had none. `ranked` is how many had a band.
 */
export const BoardSeries = z.object({
  rounds: z.array(z.object({ no: z.int(), closedAt: Instant, ranked: z.int() })),
  subjects: z.record(z.string(), z.object({ ranks: z.array(z.int().nullable()), bands: z.string() })),
})
export type BoardSeries = z.infer<typeof BoardSeries>

/** `renumbered`: by how much the board's rounds moved up to make room for the numbers brought in. */
export const HistoryReceipt = z.object({ rounds: z.int(), renumbered: z.int() })
export type HistoryReceipt = z.infer<typeof HistoryReceipt>

/** The weeks a sheet holds, oldest first, and every row of it; `bands` in the order of `weeks`. */
export const HistoryImport = z.object({
  applied: z.boolean(),
  weeks: z.array(z.object({ label: z.string(), no: z.int(), closedAt: Instant })),
  rows: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      township: z.string().optional(),
      subject: z.string().optional(),
      bands: z.array(Band.nullable()),
      error: RowProblem.optional(),
      suggestions: z.array(Suggestion).optional(),
    }),
  ),
})
export type HistoryImport = z.infer<typeof HistoryImport>
