import type { D1Meta, D1Result } from '@cloudflare/workers-types'

/**
 * What a request or job cost at D1: statements sent, rows read and written as D1 bills them, round
 * trips, and D1's own time in milliseconds. */
export type Cost = {
  trips: number
  statements: number
  rowsRead: number
  rowsWritten: number
  milliseconds: number
}

export function noCost(): Cost {
  return { trips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 }
}

/** Adds one round trip's results to `cost`. */
export function charge(cost: Cost, results: readonly D1Result[]): void {
  cost.trips += 1
  for (const result of results) {
    const meta: D1Meta & Record<string, unknown> = result.meta
    cost.statements += 1
    cost.rowsRead += meta.rows_read
    cost.rowsWritten += meta.rows_written
    cost.milliseconds += meta.duration
  }
}
