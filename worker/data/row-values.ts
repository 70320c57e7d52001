import { getTableColumns, getTableName, is, SQL, sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { sqlText } from './sql-text.ts'

/** What to do where the key is taken: refuse (the default), leave the old row, or overwrite it. */
export type OnTaken = 'refuse' | 'ignore' | 'replace'

/** The columns to read of a county's table: all or those picked, never the county itself. */
export function columnsOf(table: SQLiteTable, pick?: readonly string[]): SQL {
  const ofTable = lists.get(table) ?? new Map<string, SQL>()
  lists.set(table, ofTable)
  const key = pick === undefined ? '*' : pick.join(' ')
  const known = ofTable.get(key)
  if (known) return known
  const names = Object.keys(getTableColumns(table)).filter((name) => name !== 'county')
  const wanted = listed(pick ? names.filter((name) => pick.includes(name)) : names)
  const list = sql.raw(sqlText(wanted).text)
  ofTable.set(key, list)
  return list
}

/** Made once: every read and most writes name their columns. `pick` is one of the few that the program writes down. */
const lists = new WeakMap<SQLiteTable, Map<string, SQL>>()

/** The clause that gives the written rows back: all of them or the columns picked, nothing where none is. */
export function returning(table: SQLiteTable, pick?: readonly string[]): SQL {
  return pick?.length === 0 ? sql.empty() : sql` returning ${columnsOf(table, pick)}`
}

/** Column names, comma-separated. */
export function listed(names: readonly string[]): SQL {
  return sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
}

/** The `on conflict` clause of an insert that gives these columns. */
export function onTaken(table: SQLiteTable, taken: OnTaken, names: readonly string[]): SQL {
  if (taken === 'refuse') return sql.empty()
  if (taken === 'ignore') return sql` on conflict do nothing`
  const key = primaryKeyOf(table)
  const rest = names.filter((name) => !key.includes(name))
  const set = rest.map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`)
  return sql` on conflict (${listed(key)}) do update set ${sql.join(set, sql`, `)}`
}

/** A value as a bound parameter, or an expression as it is. */
export function bind(column: SQLiteColumn | undefined, value: unknown): SQL {
  if (is(value, SQL)) return value
  return sql`${value === null || column === undefined ? value : column.mapToDriverValue(value)}`
}

const keys = new Map<string, string[]>()

/** Names of the columns of a table's composite primary key, the county first. */
function primaryKeyOf(table: SQLiteTable): string[] {
  const name = getTableName(table)
  const known = keys.get(name)
  if (known) return known
  const found = getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
  keys.set(name, found)
  return found
}

/** A row's members as D1 stores them. */
export function encode(columns: Record<string, SQLiteColumn>, row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null ? null : (columns[name]?.mapToDriverValue(value) ?? value),
    ]),
  )
}

/** More rows and longer texts than these are walked by `json_each`: naming each value would be too much SQL. */
const most = { rows: 60, length: 60_000 }

/**
 * The rows of a JSON array, for an insert into the county and these columns. A few (`few`: how many it has) are named
 * one by one, since D1 bills each element that `json_each` gives as a row read. `when` is a precondition of them all.
 */
export function givenRows(
  county: string,
  names: readonly string[],
  text: string,
  { few = most.rows + 1, when }: { few?: number | undefined; when?: SQL | undefined },
): SQL {
  if (when || few > most.rows || text.length > most.length) {
    const fields = names.map((name) => sql`json_extract(value, ${`$.${name}`})`)
    return sql`select ${county}, ${sql.join(fields, sql`, `)} from json_each(${text}) where ${when ?? sql`true`}`
  }
  // The county is the statement's first parameter, the array its second: each is bound once and named by its number.
  const member = (at: number, name: string) => sql.raw(`?2, '$[${at}].${name}'`)
  const given = Array.from({ length: few }, (_, at) => {
    const fields = names.map((name) => sql`json_extract(${member(at, name)})`)
    return sql`(?1, ${sql.join(fields, sql`, `)})`
  })
  return sql`with given (county, text) as (values (${county}, ${text})) values ${sql.join(given, sql`, `)}`
}

/** Splits rows into JSON arrays of at most about 900 KB: D1 takes no value over 2 MB. */
export function chunks(rows: readonly object[]): string[] {
  const out: string[] = []
  let current: string[] = []
  let size = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (size + text.length * 3 > 900_000 && current.length > 0) {
      out.push(`[${current.join(',')}]`)
      current = []
      size = 0
    }
    current.push(text)
    size += text.length * 3 + 1
  }
  if (current.length > 0) out.push(`[${current.join(',')}]`)
  return out
}
