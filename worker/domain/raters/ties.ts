const FEWEST = 5
const SHARE = 0.6

/** How many stand in the largest group that shares one value; 1 where all differ, 0 of nothing. */
export function largestTie(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** Five or more values of which three in five are the same tell the villages hardly apart. */
export function hardlyTells(tied: number, of: number): boolean {
  return of >= FEWEST && tied >= SHARE * of
}
