import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { forgetAllRecent } from '../../worker/data/recent.ts'

// Nothing of the file before stays: neither rows nor files.
await reset()
forgetAllRecent()
await applyD1Migrations(env.CONTROL, env.CONTROL_MIGRATIONS)
for (const shard of [env.SHARD_00, env.SHARD_01, env.SHARD_02, env.SHARD_03]) {
  await applyD1Migrations(shard, env.SHARD_MIGRATIONS)
}
