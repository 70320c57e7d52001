import type { D1Database } from '@cloudflare/workers-types'

/** A database, or a session on it: whatever runs statements. */
export type D1 = Pick<D1Database, 'prepare' | 'batch'>
