import type { MessageBatch } from '@cloudflare/workers-types'
import { keepSealed } from '../actions/audit-log/keep-sealed.ts'
import { deliver } from '../actions/deliveries/deliver.ts'
import { bury, noteFailure } from '../actions/platform/job-failures.ts'
import { systemContext, tick } from '../actions/tick.ts'
import type { Env } from '../env.ts'
import { Job } from './job.ts'

/**
 * The queue's consumer. Every message is handled on its own: one county's failure delays no other. After the retries
 * a message comes back through the dead-letter queue, is counted against its county and written into its audit.
 */
export async function onMessages(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  const handle = batch.queue.endsWith('-dead') ? bury : work
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        await handle(env, message.body, new Date())
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
        if (handle === work) await noteFailure(env, message.body, error, new Date()).catch(() => undefined)
        message.retry({ delaySeconds: 10 * 2 ** message.attempts })
      }
    }),
  )
}

async function work(env: Env, body: unknown, now: Date): Promise<void> {
  const job = Job.parse(body)
  if (job.kind === 'tick') return tick(env, job.county, new Date(job.at))
  const context = await systemContext(env, job.county, now)
  if (!context) return
  if (job.kind === 'seal') return keepSealed({ ...context, now: new Date(job.at) })
  if (!context.county.suspended) await deliver(context, job.delivery)
}
