import type { ExportedHandler } from '@cloudflare/workers-types'
import { app } from './app.ts'
import { onSchedule } from './cron/on-schedule.ts'
import type { Env } from './env.ts'
import { onMessages } from './jobs/on-messages.ts'

export default {
  fetch: app.fetch,
  queue: onMessages,
  scheduled: onSchedule,
} satisfies ExportedHandler<Env, unknown> as ExportedHandler<Env, unknown>
