import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { D1 } from './d1.ts'
import { type Cost, noCost } from './meter.ts'
import { decodeRow, run, type Statement } from './statement.ts'

/** The CONTROL database: accounts, sessions, counties, memberships, the shard map, the due clock. Not tenanted. */
export class ControlDb {
  readonly cost: Cost
  readonly #d1: D1

  constructor(d1: D1, cost: Cost = noCost()) {
    this.#d1 = d1
    this.cost = cost
  }

  /** Runs statements in one round trip, atomically where there are several. */
  async run<Rows extends readonly Statement<unknown>[]>(...statements: Rows) {
    return run(this.#d1, this.cost, statements)
  }

  /** The first row of one statement. */
  async first<Row>(statement: Statement<Row>): Promise<Row | undefined> {
    const [rows] = await this.run(statement)
    return rows[0]
  }
}

/** A statement whose rows are those of one table (`select *`, `returning *`). */
export function rowsOf<T extends SQLiteTable>(table: T, query: SQL): Statement<T['$inferSelect']> {
  return { sql: query, decode: (raw) => decodeRow(table, raw) as T['$inferSelect'] }
}

/** A statement with columns of its own: `decode` turns each raw row into what the caller wants. */
export function rowsAs<Row>(query: SQL, decode: (raw: Record<string, unknown>) => Row): Statement<Row> {
  return { sql: query, decode }
}

/** A plain insert of one row; `when` is a precondition, and without it a taken key is an error. */
export function insertInto<T extends SQLiteTable>(
  table: T,
  values: T['$inferInsert'],
  when?: SQL,
): Statement<T['$inferSelect']> {
  const columns = getTableColumns(table)
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const names = given.map(([name]) => sql.identifier(name))
  const bound = given.map(
    ([name, value]) => sql`${value === null ? null : (columns[name]?.mapToDriverValue(value) ?? value)}`,
  )
  return rowsOf(
    table,
    sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(bound, sql`, `)} where ${when ?? sql`true`} returning *`,
  )
}
