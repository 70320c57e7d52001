import type { D1Database, Queue, R2Bucket } from '@cloudflare/workers-types'
import type { Assets } from './files/regions.ts'
import type { Job } from './jobs/job.ts'

/** The Worker's bindings; wrangler.toml and worker/local/host.ts provide the same set. */
export type Env = {
  CONTROL: D1Database
  SHARD_00: D1Database
  SHARD_01: D1Database
  SHARD_02: D1Database
  SHARD_03: D1Database
  FILES: R2Bucket
  JOBS: Queue<Job>
  ASSETS: Assets
  /** At least 32 random bytes, base64url: signs the access tokens. */
  SESSION_SECRET: string
  /** `auto` approves a county at sign-up: for the local host only. */
  XIANGBANG_APPROVE: 'auto' | 'manual'
  /** `1` allows sign-in over plain HTTP from other machines, for a county's own network behind its own guard. */
  XIANGBANG_INSECURE_HTTP?: string
  /** `1` believes a proxy in front about scheme, host and visitor's address (X-Forwarded-*). */
  XIANGBANG_TRUST_PROXY?: string
  /** `requests` writes one line of JSON a request and job to the log. */
  XIANGBANG_LOG?: string
  /** Opens /metrics to whoever sends it as a bearer token; without it there is no such page. */
  XIANGBANG_METRICS_TOKEN?: string
}
