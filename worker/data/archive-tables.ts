import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as countyTables from '../../schema/tables/county.ts'

/** A county's table as an archive knows it. Names are the database's own. */
export type ArchiveTable = {
  name: string
  /** Columns that hold something: neither the county nor what the database computes. */
  columns: readonly string[]
  /** The primary key without the county. */
  key: readonly string[]
  /** Columns that point at other rows of the same table. */
  own: readonly string[]
  /** Names of the tables whose rows it points at. */
  needs: readonly string[]
}

/** Opens the audit for deletion; it belongs to an erasure and never into an archive. */
const leftOut = 'erasure'

/**
 * Every table of a county's shard, those pointed at before those that point: rows go in in this order and out in the
 * reverse one. Made from the tables themselves, so that a new one is in every archive and every erasure by itself.
 */
export const archiveTables: readonly ArchiveTable[] = inOrder(
  Object.values(countyTables)
    .filter((each) => is(each, SQLiteTable))
    .map(described)
    .filter(({ name }) => name !== leftOut),
)

function described(table: SQLiteTable): ArchiveTable {
  const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table)
  const references = foreignKeys.map((key) => key.reference())
  const own = references.filter(({ foreignTable }) => getTableName(foreignTable) === name)
  return {
    name,
    columns: columns
      .filter((column) => column.generated === undefined && column.name !== 'county')
      .map((column) => column.name),
    key: primaryKeys
      .flatMap((key) => key.columns.map((column) => column.name))
      .filter((column) => column !== 'county'),
    own: own
      .flatMap(({ columns: from }) => from.map((column) => column.name))
      .filter((column) => column !== 'county'),
    needs: references
      .map(({ foreignTable }) => getTableName(foreignTable))
      .filter((needed) => needed !== name),
  }
}

function inOrder(tables: readonly ArchiveTable[]): ArchiveTable[] {
  const ordered: ArchiveTable[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) =>
      needs.every((need) => !waiting.some(({ name }) => name === need)),
    )
    const [table] = waiting.splice(next, 1)
    if (next < 0 || !table) throw new Error('county tables point at each other in a circle')
    ordered.push(table)
  }
  return ordered
}
