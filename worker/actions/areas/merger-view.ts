import type { Merger } from '../../../schema/api/mergers.ts'
import type { MergerRow } from '../../data/mergers.ts'

/** A merger that was carried out, as the API shows it. */
export function mergerShown(row: MergerRow, obstacles: Merger['obstacles'], rounds: number): Merger {
  const { area, into, at, moves } = row
  return { area, into, applied: true, at, moves, rounds, obstacles }
}
