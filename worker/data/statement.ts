import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { Column, getTableColumns, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { D1 } from './d1.ts'
import { inTime } from './in-time.ts'
import { type Cost, charge } from './meter.ts'
import { sqlText } from './sql-text.ts'

/** One SQL statement whose result rows are decoded into `Row`. Nothing runs until it is given to `run`. */
export type Statement<Row> = { sql: SQL; decode: (raw: Record<string, unknown>) => Row }

/**
 * Runs statements in one round trip: a single one as it is, several as one atomic `batch()`.
 * Errors: what D1 says of the statement (constraint violations included), and nothing of the batch is kept;
 * Unavailable where the database fails or is silent, and nobody knows whether the batch is kept.
 */
export async function run<Rows extends readonly Statement<unknown>[]>(
  d1: D1,
  cost: Cost,
  statements: Rows,
): Promise<{ [K in keyof Rows]: Rows[K] extends Statement<infer Row> ? Row[] : never }> {
  const prepared = statements.map((s) => prepare(d1, s.sql))
  const [only] = prepared
  const results =
    prepared.length === 1 && only
      ? [await inTime(only.all<Record<string, unknown>>())]
      : await inTime(d1.batch<Record<string, unknown>>(prepared))
  charge(cost, results)
  const decoded = results.map((result, i) => result.results.map((raw) => statements[i]?.decode(raw)))
  return decoded as { [K in keyof Rows]: Rows[K] extends Statement<infer Row> ? Row[] : never }
}

function prepare(d1: D1, sql: SQL): D1PreparedStatement {
  const { text, values } = sqlText(sql)
  return d1.prepare(text).bind(...values)
}

/** Turns a raw row of `table` into driver-independent values (JSON parsed, booleans true or false). */
export function decodeRow(table: SQLiteTable, raw: Record<string, unknown>): Record<string, unknown> {
  const decoders = decodersOf(table)
  const row: Record<string, unknown> = {}
  for (const name in raw) {
    const value = raw[name]
    const decode = value === null ? undefined : decoders.get(name)
    row[name] = decode ? decode(value) : value
  }
  return row
}

type Decode = (value: unknown) => unknown

/** Of the columns that are not stored as they are read. */
function decodersOf(table: SQLiteTable): Map<string, Decode> {
  const known = decoders.get(table)
  if (known) return known
  const found = new Map<string, Decode>()
  for (const [name, column] of Object.entries(getTableColumns(table))) {
    if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) continue
    found.set(name, (value) => column.mapFromDriverValue(value))
  }
  decoders.set(table, found)
  return found
}
const decoders = new WeakMap<SQLiteTable, Map<string, Decode>>()
