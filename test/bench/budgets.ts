import type { BenchRow } from './suites.ts'

/**
 * Bounds of one row of a suite: ratios hold on any machine. Absolute values stand where the unit is a count, and where
 * what a person feels is promised in milliseconds; those want a machine that does nothing else.
 */
export interface Budget {
  suite: string
  maxRatio?: number
  minRatio?: number
  maxValue?: number
  minValue?: number
}

/** What breaks its budget, one line each. A budget whose row was not measured is broken too. */
export function overBudget(rows: BenchRow[], budgets: Record<string, Budget>): string[] {
  return Object.entries(budgets).flatMap(([name, { maxRatio, minRatio, maxValue, minValue }]) => {
    const row = rows.find((each) => each.name === name)
    if (!row) return [`${name}: was not measured`]
    return [
      ...beyond(`${name}: ratio`, row.ratio, minRatio, maxRatio),
      ...beyond(`${name}: ${row.unit}`, row.value, minValue, maxValue),
    ]
  })
}

function beyond(what: string, figure: number | undefined, least?: number, most?: number): string[] {
  if (least === undefined && most === undefined) return []
  if (figure === undefined) return [`${what} was not measured`]
  if (least !== undefined && figure < least) return [`${what} ${figure.toFixed(2)} is below ${least}`]
  if (most !== undefined && figure > most) return [`${what} ${figure.toFixed(2)} is above ${most}`]
  return []
}
