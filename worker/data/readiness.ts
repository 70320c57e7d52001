import { getTableColumns, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as controlTables from '../../schema/tables/control.ts'
import * as countyTables from '../../schema/tables/county.ts'
import type { Env } from '../env.ts'
import type { D1 } from './d1.ts'
import { noCost } from './meter.ts'
import { shards } from './shards.ts'
import { run } from './statement.ts'

/**
 * Which databases cannot serve this version: those that do not answer, and those that lack a table or column it
 * knows. Empty when all can. Reads no rows.
 */
export async function unready(env: Env): Promise<string[]> {
  const databases: [string, D1, object][] = [
    ['CONTROL', env.CONTROL, controlTables],
    ...shards(env).map((d1, n): [string, D1, object] => [`SHARD_0${n}`, d1, countyTables]),
  ]
  const serves = await Promise.all(databases.map(([, d1, tables]) => knows(d1, tables)))
  return databases.flatMap(([name], i) => (serves[i] ? [] : [name]))
}

async function knows(d1: D1, tables: object): Promise<boolean> {
  const probes = Object.values(tables)
    .filter((table) => is(table, SQLiteTable))
    .map((table) => {
      const columns = Object.values(getTableColumns(table)).map(({ name }) => sql.identifier(name))
      return { sql: sql`select ${sql.join(columns, sql`, `)} from ${table} limit 0`, decode: () => null }
    })
  try {
    await run(d1, noCost(), probes)
    return true
  } catch {
    return false
  }
}
