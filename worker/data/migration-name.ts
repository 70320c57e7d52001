import { sql } from 'drizzle-orm'
import { all } from './archive.ts'
import type { D1 } from './d1.ts'
import { noCost } from './meter.ts'

/** The newest migration a database has had: the local host notes them in one table, wrangler in another. */
export async function newestMigration(d1: D1): Promise<string> {
  const db = { d1, cost: noCost() }
  const [table] = await all(db, {
    sql: sql`select name from sqlite_master where type = 'table' and name in ('_migration', 'd1_migrations')`,
    decode: (raw) => String(raw.name),
  })
  if (!table) throw new Error('the database has not been migrated')
  const [name] = await all(db, {
    sql: sql`select max(name) as name from ${sql.identifier(table)}`,
    decode: (raw) => String(raw.name),
  })
  return name ?? ''
}
