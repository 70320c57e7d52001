import type { D1Database } from '@cloudflare/workers-types'
import type { Env } from '../env.ts'

/** The statically bound shards, in the order that CONTROL.county.shard numbers them. */
export function shards(
  env: Pick<Env, 'SHARD_00' | 'SHARD_01' | 'SHARD_02' | 'SHARD_03'>,
): readonly D1Database[] {
  return [env.SHARD_00, env.SHARD_01, env.SHARD_02, env.SHARD_03]
}

/** The database of shard `n`. Throws where a county is mapped to a shard that is not bound. */
export function shardOf(
  env: Pick<Env, 'SHARD_00' | 'SHARD_01' | 'SHARD_02' | 'SHARD_03'>,
  n: number,
): D1Database {
  const shard = shards(env)[n]
  if (!shard) throw new Error(`shard ${n} is not bound`)
  return shard
}
