import type { Guards } from '../../../schema/api/ranking.ts'
import type { Heap } from '../../../schema/api/raters.ts'

const BINS_TO_CUT = 40
const FEWEST = 5
const TIMES = 3

/** The bins beside each bound of a guard: a fortieth of the bound wide, so 2 points at 80. */
export function heapsAt(values: readonly number[], { greenAtLeast, redBelow }: Guards): Heap[] {
  return [
    { bound: 'greenAtLeast' as const, cut: greenAtLeast },
    { bound: 'redBelow' as const, cut: redBelow },
  ].flatMap(({ bound, cut }) => {
    if (cut === undefined || cut <= 0) return []
    const width = cut / BINS_TO_CUT
    const within = (from: number) => values.filter((value) => value >= from && value < from + width).length
    return [{ bound, cut, width, below: within(cut - width), above: within(cut), next: within(cut + width) }]
  })
}

/** At least five values just above the bound, and three times as many as in the bins beside it on average. */
export function isHeaped({ above, below, next }: Heap): boolean {
  return above >= FEWEST && above >= (TIMES * (below + next)) / 2
}

/** Those of a report's entries that stand in the bin just above the bound. */
export function inHeap<Said extends { value: number }>(said: readonly Said[], { cut, width }: Heap): Said[] {
  return said.filter(({ value }) => value >= cut && value < cut + width)
}
