import type { Source } from '../../../schema/api/ranking.ts'

export type ExposureProblemCode = 'exposure_missing' | 'exposure_not_positive' | 'exposure_refused'

/** Exposure (> 0) goes with an exposed source and with no other. */
export function exposureProblem(
  source: Source,
  exposure: number | undefined,
): ExposureProblemCode | undefined {
  if (!source.exposed) return exposure === undefined ? undefined : 'exposure_refused'
  if (exposure === undefined) return 'exposure_missing'
  return exposure > 0 && Number.isFinite(exposure) ? undefined : 'exposure_not_positive'
}

export type ValueProblemCode = 'not_finite' | 'rank_not_whole' | 'rank_out_of_range' | 'count_not_whole'

/** A rank is 1 … `lastRank`, a count a whole number from 0, a score any finite number. */
export function valueProblem(source: Source, value: number, lastRank: number): ValueProblemCode | undefined {
  if (!Number.isFinite(value)) return 'not_finite'
  if (source.kind === 'rank') {
    if (!Number.isInteger(value)) return 'rank_not_whole'
    return value >= 1 && value <= lastRank ? undefined : 'rank_out_of_range'
  }
  if (source.kind === 'count')
    return Number.isSafeInteger(value) && value >= 0 ? undefined : 'count_not_whole'
  return undefined
}
