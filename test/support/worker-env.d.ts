import type { D1Migration } from 'cloudflare:test'
import type { Env } from '../../worker/env.ts'

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      CONTROL_MIGRATIONS: D1Migration[]
      SHARD_MIGRATIONS: D1Migration[]
    }
  }
}
type WorkerEnv = Env
