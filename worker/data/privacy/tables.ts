import { getTableColumns, getTableName, is, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as tables from '../../../schema/tables/county.ts'
import type { Holding } from '../../domain/privacy/holdings.ts'
import { columnsHolding } from '../../domain/privacy/inventory.ts'
import type { CountyTable } from '../county-db.ts'

/** A table of a county's shard with those of its columns that hold some kinds of personal data. */
export type PersonalTable = { name: string; table: CountyTable; columns: string[]; key: string[] }

/** The tables of a county in which some kinds of personal data stand, by the inventory. */
export function personalTables(kinds: readonly Holding[]): PersonalTable[] {
  // Some names of the barrel are functions or conditions; every table in it is a county's.
  const all = Object.values(tables).filter((one) => is(one, SQLiteTable)) as unknown as CountyTable[]
  return all.flatMap((table) => {
    const name = getTableName(table)
    const columns = columnsHolding(name, kinds)
    return columns.length > 0 ? [{ name, table, columns, key: keyOf(table) }] : []
  })
}

/** A row's key within its county as one text. */
export function keyText({ key }: Pick<PersonalTable, 'key'>): SQL {
  const parts = key.map((name) => sql`${sql.identifier(name)}`)
  return sql.join(parts.length > 0 ? parts : [sql`''`], sql` || '/' || `)
}

function keyOf(table: CountyTable): string[] {
  const composite = getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map(({ name }) => name))
  const single = Object.values(getTableColumns(table)).filter(({ primary }) => primary)
  return [...composite, ...single.map(({ name }) => name)].filter((name) => name !== 'county')
}
