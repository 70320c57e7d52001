import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { eraseParts } from '../../worker/actions/archive/erase-parts.ts'
import { type ExportOptions, exportCounty } from '../../worker/actions/archive/export-county.ts'
import { sumOf } from '../../worker/actions/archive/verify-county.ts'
import type { ArchiveDb } from '../../worker/data/archive.ts'
import { archiveTables } from '../../worker/data/archive-tables.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { noCost } from '../../worker/data/meter.ts'
import { shardOf } from '../../worker/data/shards.ts'
import type { Source } from '../../worker/files/archive/zip-reader.ts'
import type { TestCounty } from './county.ts'

/** A county's archive as bytes. */
export async function packed(county: Pick<TestCounty, 'id'>, options: Partial<ExportOptions> = {}) {
  const pieces: Uint8Array[] = []
  const sink = async (bytes: Uint8Array) => {
    pieces.push(bytes)
  }
  const exported = await exportCounty(env, new ControlDb(env.CONTROL), county.id, sink, {
    ...{ now: new Date(), program: 'test', withAccounts: true },
    ...options,
  })
  const bytes = new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  return { ...exported, zip: bytes, largest: Math.max(...pieces.map(({ length }) => length)) }
}

export function sourceOf(bytes: Uint8Array): Source {
  return { size: bytes.length, read: async (at, length) => bytes.slice(at, at + length) }
}

export function archiveDb({ id }: Pick<TestCounty, 'id'>, shard: number): ArchiveDb {
  return { d1: shardOf(env, shard), county: id, cost: noCost() }
}

/** Number and sum of a county's rows, table by table. */
export async function sumsOf(county: Pick<TestCounty, 'id'>, shard: number) {
  const sums: Record<string, { rows: number; sha256: string }> = {}
  for (const table of archiveTables) sums[table.name] = await sumOf(archiveDb(county, shard), table)
  return sums
}

/** Takes a county away as if this were another instance: its data, its place in CONTROL and its people's accounts. */
export async function forgets({ id, shard }: Pick<TestCounty, 'id' | 'shard'>): Promise<void> {
  const steps = Number.POSITIVE_INFINITY
  await eraseParts(env, archiveDb({ id }, shard), { request: 'test', now: new Date(), steps })
  const accounts = sql`(select account from membership where county = ${id} and account is not null)`
  const run = (statement: ReturnType<typeof sql>) =>
    new ControlDb(env.CONTROL).run({ sql: statement, decode: () => null })
  await run(sql`delete from session where account in ${accounts}`)
  await run(sql`delete from activation where membership in (select id from membership where county = ${id})`)
  await run(sql`update membership set login = 'x-' || id where county = ${id}`)
  for (const table of ['due', 'job_failure', 'token', 'membership'])
    await run(sql`delete from ${sql.identifier(table)} where county = ${id}`)
  await run(
    sql`delete from account where platform = 0 and id not in (select account from membership where account is not null)`,
  )
  await run(sql`delete from county where ${eq(sql`id`, id)}`)
}

/** The account of whoever signed the county up. */
export async function founderOf({ id, control }: Pick<TestCounty, 'id' | 'control'>): Promise<string> {
  const found = await control.first({
    sql: sql`select account from membership where county = ${id} order by id limit 1`,
    decode: (raw) => String(raw.account),
  })
  return found ?? ''
}
