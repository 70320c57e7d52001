import { type Listed, weights } from './office-sheet.ts'

/** Code → rank by whole numbers alone: twice the ranks that are shared, weighed in tenths. */
export function exactRanks(villages: readonly Listed[]): Map<string, number> {
  const sums = new Map(villages.map(({ code }) => [code, 0]))
  for (const [list, weight] of weights.entries()) {
    const better = list === 2 ? (a: number, b: number) => a - b : (a: number, b: number) => b - a
    const sorted = villages.map(({ values }) => values[list] ?? 0).sort(better)
    for (const { code, values } of villages) {
      const value = values[list] ?? 0
      const twice = sorted.indexOf(value) + sorted.lastIndexOf(value) + 2
      sums.set(code, (sums.get(code) ?? 0) + Math.round(weight * 10) * twice)
    }
  }
  const order = [...sums.values()].sort((a, b) => a - b)
  return new Map([...sums].map(([code, sum]) => [code, order.indexOf(sum) + 1]))
}
