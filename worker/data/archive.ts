import { type SQL, sql } from 'drizzle-orm'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ArchiveTable, archiveTables } from './archive-tables.ts'
import type { D1 } from './d1.ts'
import type { Cost } from './meter.ts'
import { listed } from './row-values.ts'
import { run, type Statement } from './statement.ts'

/** A row as the database holds it: texts of JSON stay texts, so that not a byte of them changes. */
export type RawRow = Record<string, unknown>

/** Where a county's rows are, and what reading and writing them has cost. */
export type ArchiveDb = { d1: D1; county: CountyId; cost: Cost }

/** Bytes that a page of rows aims at, and rows it never exceeds. */
const pageBytes = 1_000_000
export const pageRows = 1000
/** A first page, before anything is known of a table's rows: none is longer than 2 MB. */
const firstRows = 16

/**
 * All rows of a county in one table, in the order of its key, a page at a time. How many rows a page has follows from
 * the longest row so far, so that what is in memory at once is bounded by bytes, whatever the table.
 */
export async function* rowPages(
  { d1, county, cost }: ArchiveDb,
  table: ArchiveTable,
  columns: readonly string[] = table.columns,
): AsyncGenerator<RawRow[]> {
  let last: RawRow | undefined
  let longest = 0
  let limit = firstRows
  for (;;) {
    const rows = await all({ d1, cost }, page(county, table, columns, last, limit))
    if (rows.length > 0) yield rows.map((row) => only(row, columns))
    if (rows.length < limit) return
    last = rows.at(-1)
    for (const row of rows) longest = Math.max(longest, JSON.stringify(row).length)
    limit = Math.max(1, Math.min(pageRows, Math.floor(pageBytes / longest)))
  }
}

/**
 * Puts rows back, one statement a chunk of about 900 KB, or one a row that is longer. Rows that are there already stay.
 * Columns that point at rows of the same table are filled by `pointOwn` once all are there.
 */
export function putRows(
  county: CountyId,
  table: ArchiveTable,
  columns: readonly string[],
  rows: readonly RawRow[],
): Statement<never>[] {
  return inserts(county, table, columns, rows, (name) => table.own.includes(name), sql`do nothing`)
}

/** Sets the columns that point at rows of the same table; nothing where there are none. */
export function pointOwn(
  county: CountyId,
  table: ArchiveTable,
  columns: readonly string[],
  rows: readonly RawRow[],
): Statement<never>[] {
  if (table.own.length === 0) return []
  const set = table.own.map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`)
  return inserts(county, table, columns, rows, () => false, sql`do update set ${sql.join(set, sql`, `)}`)
}

function inserts(
  county: CountyId,
  { name, key }: ArchiveTable,
  columns: readonly string[],
  rows: readonly RawRow[],
  empty: (column: string) => boolean,
  taken: SQL,
): Statement<never>[] {
  const into = sql`insert into ${sql.identifier(name)} (${listed(['county', ...columns])})`
  const conflict = sql`on conflict (${listed(['county', ...key])}) ${taken}`
  const fields = columns.map((column) =>
    empty(column) ? sql`null` : sql`json_extract(value, ${`$.${column}`})`,
  )
  const { chunks, long } = chunked(rows)
  return [
    ...chunks.map(
      (json) =>
        sql`${into} select ${county}, ${sql.join(fields, sql`, `)} from json_each(${json}) where true ${conflict}`,
    ),
    ...long.map((row) => {
      const values = columns.map((column) => (empty(column) ? sql`null` : sql`${row[column] ?? null}`))
      return sql`${into} values (${county}, ${sql.join(values, sql`, `)}) ${conflict}`
    }),
  ].map((statement) => ({ sql: statement, decode: (raw) => raw as never }))
}

const chunkBytes = 900_000

/** Rows as arrays of JSON below D1's limit of 2 MB a value, and those too long to stand in one. */
function chunked(rows: readonly RawRow[]): { chunks: string[]; long: RawRow[] } {
  const chunks: string[] = []
  const long: RawRow[] = []
  let current: string[] = []
  let size = 0
  const flush = () => {
    if (current.length > 0) chunks.push(`[${current.join(',')}]`)
    current = []
    size = 0
  }
  for (const row of rows) {
    const json = JSON.stringify(row)
    // A character is at most three bytes of UTF-8.
    const bytes = json.length * 3
    if (bytes > chunkBytes) {
      long.push(row)
      continue
    }
    if (size + bytes > chunkBytes) flush()
    current.push(json)
    size += bytes
  }
  flush()
  return { chunks, long }
}

/** Whatever is done in a county writes into its audit: the newest row's id tells whether anything was. */
export async function lastAudit({ d1, county, cost }: ArchiveDb): Promise<string> {
  const rows = await all(
    { d1, cost },
    { sql: sql`select max(id) as id from audit where county = ${county}`, decode: (raw) => String(raw.id) },
  )
  return rows[0] ?? ''
}

/** How many rows a county has in all its tables. */
export async function countRows({ d1, county, cost }: ArchiveDb): Promise<number> {
  const counts = archiveTables.map(({ name }) => ({
    sql: sql`select count(*) as n from ${sql.identifier(name)} where county = ${county}`,
    decode: (raw: RawRow) => Number(raw.n),
  }))
  const found = await run(d1, cost, counts)
  return found.flat().reduce((sum, n) => sum + n, 0)
}

/** The rows of one statement. */
export async function all<Row>(
  { d1, cost }: Pick<ArchiveDb, 'd1' | 'cost'>,
  statement: Statement<Row>,
): Promise<Row[]> {
  const [rows = []] = await run(d1, cost, [statement])
  return rows
}

/** Writes rows, all of them or none. */
export async function write(
  { d1, cost }: ArchiveDb,
  statements: readonly Statement<unknown>[],
): Promise<void> {
  if (statements.length > 0) await run(d1, cost, statements)
}

function page(
  county: CountyId,
  { name, key }: ArchiveTable,
  columns: readonly string[],
  last: RawRow | undefined,
  limit: number,
): Statement<RawRow> {
  const read = [...new Set([...columns, ...key])]
  const from = sql`select ${listed(read)} from ${sql.identifier(name)} where county = ${county}`
  const values =
    last &&
    sql.join(
      key.map((column) => sql`${last[column]}`),
      sql`, `,
    )
  const after = values ? sql` and (${listed(key)}) > (${values})` : sql``
  return { sql: sql`${from}${after} order by ${listed(key)} limit ${limit}`, decode: (raw) => raw }
}

/** The members in the order of the columns, whatever order the database gave them in: their sum depends on it. */
function only(row: RawRow, columns: readonly string[]): RawRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}
