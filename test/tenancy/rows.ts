import { getTableName, sql } from 'drizzle-orm'
import { membership, token } from '../../schema/tables/control.ts'
import { rowsOf } from '../../worker/data/control-db.ts'
import type { CountyTable } from '../../worker/data/county-db.ts'
import type { Fixture } from './fixture.ts'
import { countyTables } from './watch.ts'

/** All rows of a county by table, in its shard and in CONTROL. */
export async function rowsOfCounty({ county }: Fixture): Promise<Record<string, unknown[]>> {
  const all = countyTables as CountyTable[]
  const found = await county.db.together(...all.map((table) => county.db.select(table)))
  const [members, tokens] = await county.control.run(
    rowsOf(membership, sql`select * from ${membership} where county = ${county.id}`),
    rowsOf(token, sql`select * from ${token} where county = ${county.id}`),
  )
  const rows = Object.fromEntries(all.map((table, at) => [getTableName(table), found[at] ?? []]))
  return { ...rows, members, tokens }
}
