import { sql } from 'drizzle-orm'
import { type ArchiveDb, all } from './archive.ts'
import type { ArchiveTable } from './archive-tables.ts'
import { run, type Statement } from './statement.ts'

/** Rows that one statement deletes. */
const atOnce = 500

/** Opens a county's audit for deletion; again it changes nothing. `request` is the recorded operation's id. */
export async function openErasure(
  { d1, county, cost }: ArchiveDb,
  request: string,
  since: string,
): Promise<void> {
  await run(d1, cost, [
    {
      sql: sql`insert into erasure (county, request, since) values (${county}, ${request}, ${since}) on conflict do nothing`,
      decode: (raw) => raw,
    },
  ])
}

/** Closes it, once nothing of the county is left in its shard. */
export async function closeErasure({ d1, county, cost }: ArchiveDb): Promise<void> {
  await run(d1, cost, [{ sql: sql`delete from erasure where county = ${county}`, decode: (raw) => raw }])
}

/**
 * Deletes the next rows of a county in one table, and answers how many: 0 once there are none. What points within the
 * table is cut first, or a row could not go before those that point at it.
 */
export async function eraseRows({ d1, county, cost }: ArchiveDb, table: ArchiveTable): Promise<number> {
  const name = sql.identifier(table.name)
  const key = sql.join(
    ['county', ...table.key].map((column) => sql.identifier(column)),
    sql`, `,
  )
  const next = sql`select ${key} from ${name} where county = ${county}`
  const cut: Statement<number>[] = table.own.map((column) => ({
    sql: sql`update ${name} set ${sql.identifier(column)} = null where county = ${county} and ${sql.identifier(column)} is not null`,
    decode: () => 0,
  }))
  const remove: Statement<number> = {
    sql: sql`delete from ${name} where (${key}) in (${next} limit ${atOnce}) and county = ${county} returning 1 as gone`,
    decode: () => 1,
  }
  const results = await run(d1, cost, [...cut, remove])
  return results.at(-1)?.length ?? 0
}

/** The hash of the newest block of a county's audit, or null before the first. */
export async function lastSeal(db: ArchiveDb): Promise<string | null> {
  const rows = await all(db, {
    sql: sql`select hash from audit_seal where county = ${db.county} order by no desc limit 1`,
    decode: (raw) => String(raw.hash),
  })
  return rows[0] ?? null
}
