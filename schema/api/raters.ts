import { z } from 'zod'
import { RoundState } from './boards.ts'
import { Band, SourceKind, SourceScope } from './ranking.ts'

/** Values beside a guard's bound: how many in the bin just above it and in the two beside that bin. */
export const Heap = z.object({
  bound: z.enum(['greenAtLeast', 'redBelow']),
  cut: z.number(),
  /** Width of each bin, in the source's own units. */
  width: z.number(),
  below: z.int(),
  above: z.int(),
  next: z.int(),
})
export type Heap = z.infer<typeof Heap>

/**
 * What one reporter said for one source, beside the others. `mean` and `spread` (standard deviation) are in the
 * source's units, a count over an exposure per unit of it. `severity` is in hundredths of the county's whole list:
 * positive where its villages stand further down here than the other sources put them; null where nothing compares.
 */
export const RaterFigures = z.object({
  reporter: z.string(),
  name: z.string(),
  entries: z.int(),
  mean: z.number(),
  spread: z.number(),
  least: z.number(),
  most: z.number(),
  /** Villages in the largest group that shares one value. */
  tied: z.int(),
  severity: z.number().nullable(),
  severityError: z.number().nullable(),
  compared: z.int(),
  heaps: z.array(Heap),
})
export type RaterFigures = z.infer<typeof RaterFigures>

/** Bands with a township's list as it stands against bands with another in its place. Reds are with − without. */
export const Decided = z.object({
  own: z.int(),
  others: z.int(),
  ownReds: z.int(),
  otherReds: z.int(),
  changes: z.array(
    z.object({
      subject: z.string(),
      name: z.string(),
      township: z.string(),
      townshipName: z.string(),
      band: Band,
      without: Band,
    }),
  ),
})
export type Decided = z.infer<typeof Decided>

/**
 * A township's list of its own villages beside what the other sources say of them. `pairs` are pairs of villages that
 * both put in an order, `inverted` those the others put the other way round; `agreement` is
 * (pairs − 2 × inverted) / pairs, `distance` how far apart the two put a village, in hundredths of the list.
 */
export const TownshipFigures = z.object({
  source: z.string(),
  township: z.string(),
  name: z.string(),
  villages: z.int(),
  tied: z.int(),
  pairs: z.int(),
  inverted: z.int(),
  agreement: z.number().nullable(),
  distance: z.number().nullable(),
  /** Against all villages of the list tied: what its order decides. */
  tiedInstead: Decided,
  /** Against the list in the order the other sources give: reds it avoids and moves. */
  othersInstead: Decided,
})
export type TownshipFigures = z.infer<typeof TownshipFigures>

export const RaterQuestion = z.enum(['severe', 'lenient', 'tied', 'heaped', 'opposed', 'reds_moved'])
export type RaterQuestion = z.infer<typeof RaterQuestion>

/** A question worth asking of a report, and the villages another look would answer it at. Never a finding. */
export const RaterFlag = z.object({
  code: RaterQuestion,
  source: z.string(),
  reporter: z.string(),
  name: z.string(),
  figures: z.record(z.string(), z.number()),
  villages: z.array(z.object({ id: z.string(), name: z.string(), townshipName: z.string() })),
})
export type RaterFlag = z.infer<typeof RaterFlag>

export const RoundRaters = z.object({
  round: z.string(),
  no: z.int(),
  state: RoundState,
  /** The revision whose frozen inputs were read; 0 for what is in so far. */
  revision: z.int(),
  sources: z.array(
    z.object({
      source: z.string(),
      kind: SourceKind,
      scope: SourceScope,
      exposed: z.boolean(),
      reporters: z.array(RaterFigures),
    }),
  ),
  townships: z.array(TownshipFigures),
  flags: z.array(RaterFlag),
})
export type RoundRaters = z.infer<typeof RoundRaters>

/**
 * Villages that both this reporter and another of the same source judged in the rounds looked at: how much further
 * down the county's list this one puts them, in hundredths.
 */
export const Anchor = z.object({
  source: z.string(),
  reporter: z.string(),
  name: z.string(),
  villages: z.int(),
  difference: z.number(),
})
export type Anchor = z.infer<typeof Anchor>

/** The round asked for first, then those of its board before it. */
export const Raters = z.object({ rounds: z.array(RoundRaters), anchors: z.array(Anchor) })
export type Raters = z.infer<typeof Raters>

/** How many rounds to look at, the one asked for included. */
export const RatersQuery = z.strictObject({ last: z.coerce.number().int().min(1).max(8).optional() })
