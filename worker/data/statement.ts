import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { getTableColumns, type SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { D1 } from './d1.ts'
import { inTime } from './in-time.ts'
import { type Cost, charge } from './meter.ts'

const dialect = new SQLiteAsyncDialect()

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
  const query = dialect.sqlToQuery(sql)
  return d1.prepare(query.sql).bind(...query.params)
}

/** Turns a raw row of `table` into driver-independent values (JSON parsed, booleans true or false). */
export function decodeRow(table: SQLiteTable, raw: Record<string, unknown>): Record<string, unknown> {
  const columns = getTableColumns(table)
  const row: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    const column: SQLiteColumn | undefined = columns[name]
    row[name] = value === null || column === undefined ? value : column.mapFromDriverValue(value)
  }
  return row
}
