import type { MessageBatch } from '@cloudflare/workers-types'
import { keepSealed } from '../actions/audit-log/keep-sealed.ts'
import { deliver } from '../actions/deliveries/deliver.ts'
import { countJob, type JobOutcome } from '../actions/metrics/counters.ts'
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
  const done = handle === bury ? 'buried' : 'done'
  await Promise.all(
    batch.messages.map(async (message) => {
      const began = Date.now()
      try {
        await handle(env, message.body, new Date())
        message.ack()
        noteJob(env, message.body, done, began)
      } catch (error) {
        noteJob(env, message.body, 'failed', began)
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

/** Counts a message and, where the operator wants lines, writes one. A failure's own line says why. */
function noteJob(env: Env, body: unknown, outcome: JobOutcome, began: number): void {
  const { kind, county } = { kind: 'unknown', county: null, ...(body as object | null) }
  countJob(kind, outcome)
  if (env.XIANGBANG_LOG !== 'requests') return
  const at = new Date(began).toISOString()
  const line = { level: 'info', at, job: kind, county, outcome, milliseconds: Date.now() - began }
  // biome-ignore lint/suspicious/noConsole: the operator's log
  console.log(JSON.stringify(line))
}

async function work(env: Env, body: unknown, now: Date): Promise<void> {
  const job = Job.parse(body)
  if (job.kind === 'tick') return tick(env, job.county, new Date(job.at))
  const context = await systemContext(env, job.county, now)
  if (!context) return
  if (job.kind === 'seal') return keepSealed({ ...context, now: new Date(job.at) })
  if (!context.county.suspended) await deliver(context, job.delivery)
}
