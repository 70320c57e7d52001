import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { forgetAllRecent } from '../../worker/data/recent.ts'

const shards = [env.SHARD_00, env.SHARD_01, env.SHARD_02, env.SHARD_03]

// Nothing of the file before stays: neither rows nor files. On a busy machine a database now and then outlives a reset.
let resets = 0
do {
  if (resets++ === 20) throw new Error('a database outlives every reset')
  await reset()
} while (await somethingStayed())
forgetAllRecent()
await applyD1Migrations(env.CONTROL, env.CONTROL_MIGRATIONS)
for (const shard of shards) await applyD1Migrations(shard, env.SHARD_MIGRATIONS)

async function somethingStayed(): Promise<boolean> {
  const tables = "select name from sqlite_master where name = 'd1_migrations'"
  const found = await Promise.all([env.CONTROL, ...shards].map((db) => db.prepare(tables).first()))
  const { objects } = await env.FILES.list({ limit: 1 })
  return objects.length > 0 || found.some((table) => table !== null)
}
