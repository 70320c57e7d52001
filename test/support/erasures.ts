import { env } from 'cloudflare:workers'
import type { D1Database, D1PreparedStatement, R2ListOptions } from '@cloudflare/workers-types'
import { sql } from 'drizzle-orm'
import type { ControlDb } from '../../worker/data/control-db.ts'
import type { Env } from '../../worker/env.ts'
import type { Client } from './client.ts'
import { anAccount, signedIn } from './county.ts'

/** A platform administrator who is signed in. */
export async function aPlatformAdmin(control: ControlDb): Promise<Client> {
  const { id } = await anAccount(control)
  await control.run({ sql: sql`update account set platform = 1 where id = ${id}`, decode: () => null })
  return signedIn(control, id)
}

/** Every place where a text stands: table and column of each database, key of each file, but not the tombstone. */
export async function whereabouts(text: string): Promise<string[]> {
  const found: string[] = []
  const { CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03 } = env
  for (const [name, d1] of Object.entries({ CONTROL, SHARD_00, SHARD_01, SHARD_02, SHARD_03 })) {
    const { results: columns } = await d1
      .prepare(
        `select t.name as t, c.name as c from sqlite_master t, pragma_table_xinfo(t.name) c
          where t.type = 'table' and t.name not like '\\_cf%' escape '\\' and t.name <> 'county_erasure'`,
      )
      .all<{ t: string; c: string }>()
    const asked = columns.map(({ t, c }) =>
      d1.prepare(`select count(*) as n from "${t}" where instr("${c}", ?) > 0`).bind(text),
    )
    const counts = await d1.batch<{ n: number }>(asked)
    for (const [i, { results }] of counts.entries())
      if (results[0]?.n) found.push(`${name}.${columns[i]?.t}.${columns[i]?.c}`)
  }
  let cursor: string | undefined
  do {
    const page = await env.FILES.list({ include: ['customMetadata'], ...(cursor ? { cursor } : {}) })
    for (const { key, customMetadata } of page.objects) {
      const body = await (await env.FILES.get(key))?.text()
      if (key.includes(text) || body?.includes(text) || JSON.stringify(customMetadata).includes(text))
        found.push(key)
    }
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor)
  return found
}

/**
 * The same bindings, of which the operation of number `at` fails: before it has had its effect, or after, when the
 * caller cannot know. Statements, batches and what is done with files all count.
 */
export function failing(at: number, when: 'before' | 'after'): Env {
  let count = 0
  const strike = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    count += 1
    if (count !== at) return work()
    if (when === 'after') await work()
    throw new Error(`operation ${at} failed`)
  }
  const statement = (own: D1PreparedStatement): object => ({
    own,
    bind: (...values: unknown[]) => statement(own.bind(...values)),
    all: () => strike(() => own.all()),
  })
  const database = (d1: D1Database) => ({
    prepare: (query: string) => statement(d1.prepare(query)),
    batch: (all: { own: D1PreparedStatement }[]) => strike(() => d1.batch(all.map(({ own }) => own))),
  })
  const names = ['CONTROL', 'SHARD_00', 'SHARD_01', 'SHARD_02', 'SHARD_03'] as const
  const files = {
    list: (options: R2ListOptions) => strike(() => env.FILES.list(options)),
    delete: (keys: string[]) => strike(() => env.FILES.delete(keys)),
  }
  const databases = Object.fromEntries(names.map((name) => [name, database(env[name])]))
  return { ...env, ...databases, FILES: files } as unknown as Env
}
