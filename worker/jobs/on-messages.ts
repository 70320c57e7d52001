import type { MessageBatch } from '@cloudflare/workers-types'
import { record } from '../actions/audit.ts'
import { systemContext, tick } from '../actions/tick.ts'
import type { Env } from '../env.ts'
import { Job } from './job.ts'

/**
 * The queue's consumer. Every message is handled on its own: one county's failure delays no other. After the retries
 * a message comes back through the dead-letter queue and is written into its county's audit.
 */
export async function onMessages(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  const handle = batch.queue.endsWith('-dead') ? bury : work
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        await handle(env, message.body)
        message.ack()
      } catch (error) {
        // biome-ignore lint/suspicious/noConsole: a failed job must reach the operator's log
        console.error(
          JSON.stringify({
            level: 'error',
            job: message.body,
            attempt: message.attempts,
            error: String(error),
          }),
        )
        message.retry({ delaySeconds: 10 * 2 ** message.attempts })
      }
    }),
  )
}

async function work(env: Env, body: unknown): Promise<void> {
  const job = Job.parse(body)
  await tick(env, job.county, new Date(job.at))
}

/** A poison message: recorded where its county's office can see it, or, if it names no county, only in the log. */
async function bury(env: Env, body: unknown): Promise<void> {
  const county = typeof body === 'object' && body !== null && 'county' in body ? String(body.county) : ''
  const context = await systemContext(env, county, new Date())
  if (!context) return
  await context.db.write(record(context, 'job.dead', county, { job: JSON.stringify(body).slice(0, 500) }))
}
