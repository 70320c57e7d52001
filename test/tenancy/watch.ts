import { env } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as control from '../../schema/tables/control.ts'
import * as shard from '../../schema/tables/county.ts'

/** Every table of a shard that belongs to counties. */
export const countyTables = tablesOf(shard)

/**
 * Notes every row that is written from now on, in a county's shard and in CONTROL, by triggers: what a request has
 * touched is then one small question, however many tables there are.
 */
export async function watch(shardNo: Shard): Promise<void> {
  await install(env[shardNo], countyTables)
  await install(env.CONTROL, tablesOf(control))
}

/** What has been written of a county since the last time it was asked, as `insert audit`, in order. */
export async function touched(shardNo: Shard, county: string): Promise<string[]> {
  const found = await Promise.all([env[shardNo], env.CONTROL].map((d1) => taken(d1, county)))
  return found.flat()
}

type Shard = 'SHARD_00' | 'SHARD_01'

function tablesOf(module: object): SQLiteTable[] {
  return Object.values(module).filter(
    (table): table is SQLiteTable => is(table, SQLiteTable) && countyColumn(table) !== undefined,
  )
}

/** The column that says whose a row is: a county's own row is its by its id. */
function countyColumn(table: SQLiteTable): string | undefined {
  if (getTableName(table) === 'county') return 'id'
  return 'county' in getTableColumns(table) ? 'county' : undefined
}

async function install(d1: D1Database, tables: readonly SQLiteTable[]): Promise<void> {
  const statements = tables.flatMap((table) =>
    (['insert', 'update', 'delete'] as const).map((what) => {
      const [name, row] = [getTableName(table), what === 'delete' ? 'old' : 'new']
      return `create trigger "watch_${name}_${what}" after ${what} on "${name}" begin
        insert into watched values (${row}."${countyColumn(table)}", '${what} ${name}'); end`
    }),
  )
  await d1.batch(
    ['create table watched (county text, what text)', ...statements].map((sql) => d1.prepare(sql)),
  )
}

async function taken(d1: D1Database, county: string): Promise<string[]> {
  const ask = d1.prepare('select what from watched where county = ? order by rowid').bind(county)
  const forget = d1.prepare('delete from watched where county = ?').bind(county)
  const [rows] = await d1.batch<{ what: string }>([ask, forget])
  return rows?.results.map(({ what }) => what) ?? []
}
