import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { CountyTable } from './county-db.ts'
import { decodeRow } from './statement.ts'

/** Tables that one statement joins, by the name each has in it. */
type Parts = Record<string, CountyTable>

/** The columns of every part, each named `part.column`: for what a join selects. */
export function columnsOfParts(parts: Parts): SQL {
  const columns = Object.entries(parts).flatMap(([part, table]) =>
    namesOf(table).map((name) => {
      const column = sql`${sql.identifier(part)}.${sql.identifier(name)}`
      return sql`${column} as ${sql.identifier(`${part}.${name}`)}`
    }),
  )
  return sql.join(columns, sql`, `)
}

/** A row of such a join, part by part; one that an outer join has not found is left out. */
export function decodeParts(parts: Parts, raw: Record<string, unknown>): Record<string, unknown> {
  const decoded = Object.entries(parts).flatMap(([part, table]) => {
    const row = Object.fromEntries(namesOf(table).map((name) => [name, raw[`${part}.${name}`]]))
    return Object.values(row).some((value) => value !== null) ? [[part, decodeRow(table, row)]] : []
  })
  return Object.fromEntries(decoded)
}

function namesOf(table: CountyTable): string[] {
  return Object.keys(getTableColumns(table)).filter((name) => name !== 'county')
}
